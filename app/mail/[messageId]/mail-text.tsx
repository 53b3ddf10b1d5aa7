/** The text as a mail program shows it: its own line breaks, its addresses as links. */
export function MailText({ text }: { text: string }) {
  const links = [...text.matchAll(/https?:\/\/\S+/g)];
  const ends = links.map((link) => link.index + link[0].length);
  return (
    <p className="measure whitespace-pre-wrap break-words">
      {links.map((link, place) => (
        <span key={link.index}>
          {text.slice(ends[place - 1] ?? 0, link.index)}
          <a href={link[0]} className="words-link">
            {link[0]}
          </a>
        </span>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </p>
  );
}
