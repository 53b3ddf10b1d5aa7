import { qrPath } from "@/lib/drawing/qr";

/** A QR code of the text, with the four clear modules that scanners want around it. */
export function QrCode({
  text,
  label,
  className,
}: {
  text: string;
  /** What it leads to, for those who don't see it. */
  label: string;
  /** Its size. */
  className: string;
}) {
  const { path, size } = qrPath(text);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      className={`rounded-soft bg-code-paper text-code-ink ${className}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
