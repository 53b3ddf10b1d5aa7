import { type Block, blocksOf, withShortName } from "@/lib/page-texts/rules";

/** A text that the association wrote: paragraphs and lists, never markup. */
export function PageText({ text, shortName }: { text: string; shortName: string }) {
  const blocks = blocksOf(withShortName(text, shortName));
  return (
    <div className="measure flex flex-col gap-4">
      {numbered(blocks).map(([key, block]) => (
        <TextBlock key={key} block={block} />
      ))}
    </div>
  );
}

function TextBlock({ block }: { block: Block }) {
  if (block.is === "paragraph") return <p>{block.text}</p>;
  return (
    <ul className="flex list-disc flex-col gap-2 ps-6">
      {numbered(block.items).map(([key, item]) => (
        <li key={key}>{item}</li>
      ))}
    </ul>
  );
}

/** Two paragraphs may say the same: what tells them apart is their place. */
function numbered<Each>(all: readonly Each[]): [number, Each][] {
  return all.map((each, place) => [place, each]);
}
