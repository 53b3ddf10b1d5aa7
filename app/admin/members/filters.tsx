import type { Route } from "next";
import { SelectField } from "@/components/select-field";
import { TextLink } from "@/components/text-link";
import type { listMemberFilters } from "@/lib/member-filters/queries";
import type { MemberFilters } from "@/lib/member-filters/schema";

const ALL = { value: "", label: "All" };

/** Which of the members are listed, beneath what is typed. */
export function Filters({
  wanted: { state, profession, office, program },
  choices: { professions, offices, programs },
  clear,
}: {
  wanted: MemberFilters;
  choices: Awaited<ReturnType<typeof listMemberFilters>>;
  /** The list without them; left out while none is set. */
  clear?: Route;
}) {
  return (
    <>
      <div className="grid w-full max-w-220 grid-cols-2 gap-4 sm:grid-cols-4">
        <SelectField
          name="state"
          label="Membership"
          defaultValue={state ?? ""}
          options={[
            ALL,
            { value: "active", label: "Active" },
            { value: "retired", label: "Retired" },
            { value: "merged", label: "Merged" },
          ]}
        />
        <SelectField
          name="profession"
          label="Profession"
          defaultValue={profession ?? ""}
          options={[ALL, ...professions]}
        />
        <SelectField
          name="office"
          label="Local office"
          defaultValue={office ?? ""}
          options={[ALL, ...offices]}
        />
        <SelectField
          name="program"
          label="Credential"
          defaultValue={program ?? ""}
          options={[ALL, ...programs]}
        />
      </div>
      {clear ? (
        <span className="py-2">
          <TextLink href={clear}>Clear</TextLink>
        </span>
      ) : null}
    </>
  );
}
