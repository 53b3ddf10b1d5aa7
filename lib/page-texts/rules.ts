/** The pages whose text the association writes itself. */
export const PAGES = {
  "what-counts": { title: "What counts as a CEC", path: "/renewals/what-counts" },
  requirements: { title: "{short name} CEC Requirements", path: "/renewals/requirements" },
} as const;

export type PageName = keyof typeof PAGES;

export const PAGE_NAMES = Object.keys(PAGES) as [PageName, ...PageName[]];

export function isPageName(name: string): name is PageName {
  return Object.hasOwn(PAGES, name);
}

/** What a text calls the association; it is filled in where the text is read. */
export const SHORT_NAME = "{short name}";

export function withShortName(text: string, shortName: string): string {
  return text.replaceAll(SHORT_NAME, shortName);
}

export type Block = { is: "paragraph"; text: string } | { is: "list"; items: string[] };

/** A text as its page shows it: a blank line parts paragraphs, lines that begin with "- " are a list. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    const [, item] = /^-\s+(.*)$/.exec(line) ?? [];
    if (line === "") {
      open = null;
    } else if (item !== undefined) {
      if (open?.is !== "list") open = begin(blocks, { is: "list", items: [] });
      open.items.push(item);
    } else if (open?.is === "list") {
      open.items.push(`${open.items.pop()} ${line}`);
    } else if (open) {
      open.text += ` ${line}`;
    } else {
      open = begin(blocks, { is: "paragraph", text: line });
    }
  }
  return joined(blocks);
}

function begin<New extends Block>(blocks: Block[], block: New): New {
  blocks.push(block);
  return block;
}

/** Lists that only blank lines part are one: the shipped texts read better with them. */
function joined(blocks: Block[]): Block[] {
  return blocks.reduce<Block[]>((all, block) => {
    const last = all.at(-1);
    if (last?.is === "list" && block.is === "list") last.items.push(...block.items);
    else all.push(block);
    return all;
  }, []);
}
