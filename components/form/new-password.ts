// Without look-alikes: no 0 O o, 1 l I i. 55 letters, 20 of them: 115 bits.
const letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

export function newPassword(length = 20): string {
  let password = "";
  while (password.length < length) password += letters[randomBelow(letters.length)];
  return password;
}

// A plain remainder would prefer the first letters; bytes beyond the last full round are thrown away.
function randomBelow(limit: number): number {
  const usable = 256 - (256 % limit);
  for (;;) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0]!;
    if (byte < usable) return byte % limit;
  }
}
