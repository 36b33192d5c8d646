export const here = () => new Promise((resolve, reject) => tt.getLocation({ success: resolve, fail: reject }))
