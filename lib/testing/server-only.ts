// Stands in for the marker package, which throws outside of Next's server bundles.
export {};
