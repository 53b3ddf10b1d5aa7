/** The header that names a download: as it is, and plainly for readers that don't know `filename*`. */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const plain = name.normalize("NFD").replaceAll(/[^ -~]|["\\%]/g, "") || "document";
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
