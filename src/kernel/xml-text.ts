/** Chữ trong XML: which texts a file of XML 1.0 can hold. */

/** Control characters but tab, line end and carriage return, halves of letters, and the two signs that are none. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}(?<![\u007F-\u009F])|[\uFFFE\uFFFF]|\p{Cs}/u

/** Whether a text can stand in an XML file. */
export const fitsXml = (text: string): boolean => !UNWRITABLE.test(text)
