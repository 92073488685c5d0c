// What stands for the editor's own module where there is no editor: its words, in English.

export const l10n = {
  t: (message: string, ...values: (string | number)[]): string => message.replaceAll(/\{(\d+)\}/g, (_, at: string) => String(values[Number(at)])),
};
