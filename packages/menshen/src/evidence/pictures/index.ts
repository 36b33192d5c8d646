/** What may be known of pictures. */
export { distance } from './measure.ts'
export { sketchPicture, sketchPictures } from './sketch.ts'
export type { Box, Code, Line, Look, Meaning, Measures, Picture, PictureEvidence, PictureFormat } from './types.ts'
