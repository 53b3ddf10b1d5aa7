/** The parts of a text: the AMA's name for its credit is set in italics wherever it stands. */
export function emphasised(text: string): { text: string; italic: boolean; start: number }[] {
  let start = 0;
  return text
    .split(AMA_CREDIT)
    .map((part, index) => {
      start += part.length;
      return { text: part, italic: index % 2 === 1, start: start - part.length };
    })
    .filter((part) => part.text !== "");
}

const AMA_CREDIT = /(AMA PRA Category [12](?: Credits?(?:\(s\))?)?™?)/;
