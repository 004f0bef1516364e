/** A name in words divided by `-` or `.` as a construct id: `kms-keys` becomes `KmsKeys`. */
export function pascalCase(name: string): string {
  return name
    .split(/[.-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
