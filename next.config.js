/** @type {import("next").NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  turbopack: { root: __dirname },
  // forbidden(): a page that answers 403
  experimental: { authInterrupts: true },
  // the address of the set-up page holds its token
  headers: async () => [
    { source: "/setup", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
  ],
  serverExternalPackages: ["@node-rs/argon2", "pg", "@prisma/adapter-pg"],
};
