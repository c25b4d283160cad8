/** @type {import("next").NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The API answers with a trailing slash as without one; a redirect would break preflighted calls.
  skipTrailingSlashRedirect: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  turbopack: { root: __dirname },
  // forbidden(): a page that answers 403
  experimental: { authInterrupts: true },
  // the address of these pages holds a token
  headers: async () =>
    ["/setup", "/reset-password", "/new-password"].map((source) => ({
      source,
      headers: [{ key: "Referrer-Policy", value: "no-referrer" }],
    })),
  serverExternalPackages: ["@node-rs/argon2", "pg", "@prisma/adapter-pg", "nodemailer"],
};
