Page({ data: { slides: ['微笑从牙齿开始', '二十年口碑'] } })
