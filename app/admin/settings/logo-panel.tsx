import { FileField } from "@/components/file-field";
import { LogoPicture } from "@/components/logo-picture";
import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import {
  LEAST_PIXELS,
  type LogoShape,
  MOST_KILOBYTES,
  MOST_PIXELS,
  REFUSALS,
  type Refusal,
} from "@/lib/logos/rules";
import { PICTURE_TYPES } from "@/lib/pictures/rules";
import { RemoveLogoForm } from "./remove-logo-form";

type Props = {
  logo: LogoShape | null;
  associationName: string;
  seen: string;
  /** What was done to it just now, as the address says. */
  done: unknown;
  refused: Refusal | null;
};

export function LogoPanel({ logo, associationName, seen, done, refused }: Props) {
  return (
    <Panel title="Logo">
      {done === "saved" && logo ? <Notice tone="good">The logo is saved.</Notice> : null}
      {done === "removed" && !logo ? <Notice tone="good">The logo is removed.</Notice> : null}
      {logo ? (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <LogoPicture {...logo} alt={associationName} size="block" />
          <RemoveLogoForm seen={seen} />
        </div>
      ) : (
        <p className="text-body text-muted">None. Pages and certificates show the Credence mark.</p>
      )}
      <form
        action="/api/logos"
        method="post"
        encType="multipart/form-data"
        className="flex flex-col gap-4"
      >
        <input type="hidden" name="seen" value={seen} />
        <FileField
          name="logo"
          label={logo ? "Another logo" : "Logo"}
          description={`PNG or JPEG, at most ${MOST_KILOBYTES} KB and from ${LEAST_PIXELS} to ${MOST_PIXELS} pixels a side. Pages show it at once, certificates from the next one on.`}
          accept={PICTURE_TYPES.join(",")}
          required
          error={refused ? REFUSALS[refused] : undefined}
        />
        <div>
          <SubmitButton variant="secondary" pendingLabel="Uploading…">
            Upload the logo
          </SubmitButton>
        </div>
      </form>
    </Panel>
  );
}
