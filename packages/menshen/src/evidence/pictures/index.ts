/** What may be known of pictures. */
export { likeMark } from './marks.ts'
export { distance } from './measure.ts'
export { sketchPicture, sketchPictures, sketchShape } from './sketch.ts'
export type { Box, Code, Line, Look, Meaning, Measures, Picture, PictureEvidence, PictureFormat } from './types.ts'
