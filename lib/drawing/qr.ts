import { create } from "qrcode";

/** The code's dark modules as one outline, a unit each: a run of a row is one rectangle. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size, data } = modules;
  let path = "";
  for (let row = 0; row < size; row += 1) {
    let column = 0;
    while (column < size) {
      let run = 0;
      while (column + run < size && data[row * size + column + run]) run += 1;
      if (run > 0) path += `M${column} ${row}h${run}v1h${-run}z`;
      column += run + 1;
    }
  }
  return { path, size };
}
