/** Likeness between programs: signatures, how alike two of them are, and keys to find those that are alike among many. */
export { type AlikeFiles, bandKeys, compareSignatures, type Grade, type Likeness, type PartLikeness, signatureProblem } from './compare.ts'
export { type LeftOut, type LeftOutReason, PARTS, type PartKind, type Signature, type SignedFile, signProgram } from './sign.ts'
