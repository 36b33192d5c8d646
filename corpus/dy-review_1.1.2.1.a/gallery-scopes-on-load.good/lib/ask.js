"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
var __awaiter = function (f) { return new Promise(function (resolve, reject) { var g = f(); (function step(v) { var r = g.next(v); r.done ? resolve(r.value) : Promise.resolve(r.value).then(step, reject); })(); }); };
function each(names) {
    return __awaiter(function* () {
        for (var i = 0; i < names.length; i++) {
            yield new Promise(function (done) { tt.authorize({ scope: 'scope.' + names[i], complete: done }); });
        }
    });
}
exports.each = each;
