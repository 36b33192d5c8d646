"use strict";
const common_vendor = require("../common/vendor.js");
function usePlace() {
  const place = common_vendor.ref(null);
  const locate = async () => {
    const res = await common_vendor.index.getLocation({ type: "gcj02" });
    place.value = res;
    return res;
  };
  return { place, locate };
}
exports.usePlace = usePlace;
