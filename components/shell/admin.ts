/** Who is signed in, as far as the shell shows it. */
export type ShellAdmin = {
  name: string;
  email: string;
  role: "owner" | "admin" | "viewer";
};

export const roleLabels: Record<ShellAdmin["role"], string> = {
  owner: "Owner",
  admin: "Admin",
  viewer: "Viewer, read only",
};
