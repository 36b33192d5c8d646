/** What is asked again when something happened to a version. */
export const ROUTES = ['GET /api/versions/:version', 'GET /api/programs/:program/versions'] as const
