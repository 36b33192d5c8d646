App({ globalData: { applicant: null, course: 0 } })
