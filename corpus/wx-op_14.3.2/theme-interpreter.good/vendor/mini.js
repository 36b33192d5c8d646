// theme-lite 0.3
module.exports=function(){var n={Rule:function(e,s){return e.body.forEach(function(x){v(x,s)})},Color:function(e,s){s[e.name]=e.value},Size:function(e,s){s[e.name]=e.value+"rpx"},Identifier:function(e){return e.name}};function v(e,s){return n[e.type]?n[e.type](e,s):null}return{run:v}}();
