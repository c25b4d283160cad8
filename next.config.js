/** @type {import("next").NextConfig} */
module.exports = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  turbopack: { root: __dirname },
  serverExternalPackages: ["@node-rs/argon2", "pg", "@prisma/adapter-pg"],
};
