import { logoPath } from "@/lib/addresses";
import type { LogoShape } from "@/lib/logos/rules";

const SIZES = {
  line: "h-9 max-w-24 sm:max-w-40",
  block: "h-18 max-w-60",
} as const;

/** The association's logo, on white: pictures are drawn for paper, and some have no ground of their own. */
export function LogoPicture({
  sha256,
  width,
  height,
  alt,
  size,
}: LogoShape & { alt: string; size: keyof typeof SIZES }) {
  return (
    // Not next/image, which brings its script to every page: the picture is small already.
    <picture className="shrink-0">
      <img
        src={logoPath(sha256)}
        width={width}
        height={height}
        alt={alt}
        className={`${SIZES[size]} w-auto rounded-soft bg-[white] object-contain p-0.5`}
      />
    </picture>
  );
}
