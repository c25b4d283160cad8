/** @type {import("next").NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The API answers with a trailing slash as without one; a redirect would break preflighted calls.
  skipTrailingSlashRedirect: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  turbopack: { root: __dirname },
  serverExternalPackages: ["@node-rs/argon2", "pg", "@prisma/adapter-pg"],
};
