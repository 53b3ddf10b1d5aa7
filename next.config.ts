import type { NextConfig } from "next";
// Reading the environment here makes a malformed variable fail the build with its name.
import "./lib/env";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Every page has its title from its first byte; streamed, a page stands a moment without one.
  htmlLimitedBots: /.*/,
  // A PDF names no icon, so that a browser which opens a certificate asks for this one.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // They open files of their own beside their code, so they stay out of the bundle.
  serverExternalPackages: ["pg-boss", "nodemailer", "fontkit", "pg-copy-streams"],
};

export default config;
