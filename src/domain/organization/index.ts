export function matchOrganization(
  name: string,
  known: readonly { readonly id: string; readonly name: string }[],
): { readonly id: string } | null {
  return known.find((one) => one.name === name) ?? null;
}
