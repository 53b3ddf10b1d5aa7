// Draws one page of a PDF at a time, on the page without privileges (app/api/pdf-frame). What to draw
// comes from the page that holds it, through the port that came with the bytes; so do fonts and
// character maps, for nothing here reaches the network.

const ASSETS = new URL("/api/pdf-frame/", location.href).href;
const WORKER = `${ASSETS}pdf.worker.min.mjs`;
// What browsers draw on one canvas, and a document may not ask for more.
const LONGEST_SIDE = 8192;
const MOST_PIXELS = 24_000_000;

addEventListener("message", (event) => {
  const [port] = event.ports;
  if (event.source === parent && port) open(event.data, port).catch(() => refuse(port));
});

function refuse(port) {
  port.postMessage({ failed: true });
}

async function open(data, port) {
  const pdfjs = await import(`${ASSETS}pdf.min.mjs`);
  pdfjs.GlobalWorkerOptions.workerSrc = WORKER;
  pdfjs.GlobalWorkerOptions.workerPort = await startWorker();
  const { factory, path } = asked(port);
  const file = await pdfjs.getDocument({
    data,
    CMapReaderFactory: factory(
      ({ name }) => path(`cmaps/${name}.bcmap`),
      (cMapData) => ({
        cMapData,
        isCompressed: true,
      }),
    ),
    StandardFontDataFactory: factory(({ filename }) => path(`standard_fonts/${filename}`)),
    // It would look for the system's fonts at addresses beside its own.
    useSystemFonts: false,
    wasmUrl: ASSETS,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
  }).promise;

  let wanted = null;
  let drawing = null;
  async function draw() {
    const { number, zoom } = wanted;
    const turn = wanted;
    drawing?.cancel();
    const page = await file.getPage(number);
    const [canvas, task] = render(page, zoom);
    drawing = task;
    await task.promise;
    const words = (await page.getTextContent()).items.map(({ str }) => str ?? "").join(" ");
    if (turn !== wanted) return;
    const text = document.createElement("p");
    text.textContent = words.trim() || "This page is a picture without text.";
    document.getElementById("page").replaceChildren(text, canvas);
    scrollTo(0, 0);
    port.postMessage({ shown: number });
  }
  function look() {
    draw().catch((error) => {
      if (error?.name !== "RenderingCancelledException") refuse(port);
    });
  }
  port.onmessage = ({ data }) => {
    wanted = data;
    look();
  };
  addEventListener("resize", () => wanted && look());
  port.postMessage({ pages: file.numPages });
}

/**
 * A worker that imports pdf.js's own: a page without an origin may start only what it made itself.
 * Null where the browser won't have it; pdf.js then works on the page.
 */
function startWorker() {
  const entry = new Blob([`import("${WORKER}");`], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(entry));
  return new Promise((resolve) => {
    worker.onmessage = () => resolve(worker);
    worker.onerror = () => resolve(null);
  });
}

/** As wide as the frame at a zoom of 1, and as sharp as the screen is. */
function render(page, zoom) {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = (zoom * document.documentElement.clientWidth) / width;
  const most = Math.min(
    devicePixelRatio,
    LONGEST_SIDE / (scale * Math.max(width, height)),
    Math.sqrt(MOST_PIXELS / (scale * width * scale * height)),
  );
  const viewport = page.getViewport({ scale: scale * most });
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  canvas.style.width = `${Math.floor(scale * width)}px`;
  canvas.setAttribute("aria-hidden", "true");
  return [canvas, page.render({ canvas, viewport })];
}

/** Classes by which pdf.js fetches files of its own: here the holding page is asked for them. */
function asked(port) {
  const path = (file) =>
    new Promise((resolve, reject) => {
      const answer = new MessageChannel();
      answer.port1.onmessage = ({ data }) =>
        data ? resolve(new Uint8Array(data)) : reject(new Error(`${file} is not there.`));
      port.postMessage({ asset: file }, [answer.port2]);
    });
  const factory = (find, shape = (bytes) => bytes) =>
    class {
      async fetch(named) {
        return shape(await find(named));
      }
    };
  return { factory, path };
}
