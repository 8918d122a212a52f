const BYTE_UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A figure with its unit as a person says it: "1,204 errors", "3.4 GB", "182 ms". */
export function formatFigure(value: number, unit: string | null): string {
  if (unit === 'bytes') return formatBytes(value);
  const digits = value < 10 && !Number.isInteger(value) ? 1 : 0;
  const figure = value.toLocaleString('en-GB', { maximumFractionDigits: digits });
  return unit ? `${figure} ${unit}` : figure;
}

function formatBytes(bytes: number): string {
  const power =
    bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), BYTE_UNITS.length - 1);
  const scaled = bytes / 1000 ** power;
  const figure = scaled.toLocaleString('en-GB', { maximumFractionDigits: power === 0 ? 0 : 1 });
  return `${figure} ${BYTE_UNITS[power]}`;
}
