// It loads nothing but what stands in its policy, and is nobody: an origin of its own, no cookies.
const FRAME = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A document</title>
<link rel="stylesheet" href="/pdf-frame.css">
</head>
<body>
<main id="page"></main>
<script src="/pdf-frame.js"></script>
</body>
</html>
`;

/**
 * The page on which pdf.js draws what members upload. The page that holds it hands over the bytes;
 * by itself it reaches no network, so that a document which finds a hole in pdf.js finds nothing else.
 */
export function GET(request: Request) {
  const sent = request.headers;
  const host = sent.get("x-forwarded-host") ?? sent.get("host") ?? "";
  // For a page without an origin of its own 'self' is nothing in some browsers.
  const isPlain = /^[\w.-]+(:\d+)?$/.test(host);
  const at = (path: string) => (isPlain ? `${host}/${path}` : "'self'");
  const policy = [
    "sandbox allow-scripts",
    "default-src 'none'",
    // The worker of pdf.js is imported by a blob: a page without an origin may start no other.
    `script-src ${at("pdf-frame.js")} ${at("api/pdf-frame/")}`,
    "worker-src blob:",
    `style-src ${at("pdf-frame.css")}`,
    "img-src blob: data:",
    "font-src blob: data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ];
  return new Response(FRAME, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy.join("; "),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-cache",
    },
  });
}
