/** Where keys have other names. */
export const isMac = /Mac/.test(navigator.platform);
