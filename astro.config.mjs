import node from "@astrojs/node";
import { defineConfig } from "astro/config";
import { readConfig } from "./pipelines/config.ts";

const { port, siteUrl } = readConfig();
const address = siteUrl === undefined ? undefined : new URL(siteUrl);
const isSecure = address?.protocol === "https:";

/** The adapter with a program of our own, which compresses what is sent: the adapter's sends everything as it is. */
function compressing(adapter) {
  const done = adapter.hooks["astro:config:done"];
  return {
    ...adapter,
    hooks: {
      ...adapter.hooks,
      "astro:config:done": (given) => {
        const serverEntrypoint = new URL("./src/server/serve.ts", import.meta.url);
        return done({ ...given, setAdapter: (own) => given.setAdapter({ ...own, serverEntrypoint }) });
      },
    },
  };
}

export default defineConfig({
  output: "server",
  // The limits of forms and files are settings, and kept in src/session/access.ts and src/imports/receive.ts.
  adapter: compressing(node({ mode: "standalone", bodySizeLimit: 512 * 1024 * 1024 })),
  ...(siteUrl === undefined ? {} : { site: siteUrl }),
  trailingSlash: "never",
  prefetch: false,
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  server: { host: "127.0.0.1", port },
  build: { inlineStylesheets: "never" },
  vite: {
    // One style sheet, kept by the browser from the first page on, rather than a dozen small ones for each kind of page.
    build: { cssCodeSplit: false },
    // The adapter does not start the server by itself: src/server/serve.ts does.
    define: { "process.env.ASTRO_NODE_AUTOSTART": '"disabled"' },
  },
  image: { service: { entrypoint: "astro/assets/services/noop" } },
  security: {
    checkOrigin: true,
    // Forwarded addresses are believed only where an administrator has said that a proxy stands before the site.
    allowedDomains:
      address === undefined
        ? []
        : [
            {
              protocol: address.protocol.slice(0, -1),
              hostname: address.hostname,
              ...(address.port && { port: address.port }),
            },
          ],
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
      ],
    },
  },
  session: {
    driver: { entrypoint: new URL("./src/data/session-store.ts", import.meta.url) },
    // The port keeps two hubs on one machine from signing each other's readers out; a browser ignores ports in cookies.
    cookie: { name: isSecure ? "__Host-cpd-session" : `cpd-session-${port}`, sameSite: "lax", secure: isSecure },
  },
});
