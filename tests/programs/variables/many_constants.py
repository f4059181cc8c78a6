v0 = "text 0"
v1 = "text 1"
v2 = "text 2"
v3 = "text 3"
v4 = "text 4"
v5 = "text 5"
v6 = "text 6"
v7 = "text 7"
v8 = "text 8"
v9 = "text 9"
v10 = "text 10"
v11 = "text 11"
v12 = "text 12"
v13 = "text 13"
v14 = "text 14"
v15 = "text 15"
v16 = "text 16"
v17 = "text 17"
v18 = "text 18"
v19 = "text 19"
v20 = "text 20"
v21 = "text 21"
v22 = "text 22"
v23 = "text 23"
v24 = "text 24"
v25 = "text 25"
v26 = "text 26"
v27 = "text 27"
v28 = "text 28"
v29 = "text 29"
v30 = "text 30"
v31 = "text 31"
v32 = "text 32"
v33 = "text 33"
v34 = "text 34"
v35 = "text 35"
v36 = "text 36"
v37 = "text 37"
v38 = "text 38"
v39 = "text 39"
v40 = "text 40"
v41 = "text 41"
v42 = "text 42"
v43 = "text 43"
v44 = "text 44"
v45 = "text 45"
v46 = "text 46"
v47 = "text 47"
v48 = "text 48"
v49 = "text 49"
v50 = "text 50"
v51 = "text 51"
v52 = "text 52"
v53 = "text 53"
v54 = "text 54"
v55 = "text 55"
v56 = "text 56"
v57 = "text 57"
v58 = "text 58"
v59 = "text 59"
v60 = "text 60"
v61 = "text 61"
v62 = "text 62"
v63 = "text 63"
v64 = "text 64"
v65 = "text 65"
v66 = "text 66"
v67 = "text 67"
v68 = "text 68"
v69 = "text 69"
v70 = "text 70"
v71 = "text 71"
v72 = "text 72"
v73 = "text 73"
v74 = "text 74"
v75 = "text 75"
v76 = "text 76"
v77 = "text 77"
v78 = "text 78"
v79 = "text 79"
v80 = "text 80"
v81 = "text 81"
v82 = "text 82"
v83 = "text 83"
v84 = "text 84"
v85 = "text 85"
v86 = "text 86"
v87 = "text 87"
v88 = "text 88"
v89 = "text 89"
v90 = "text 90"
v91 = "text 91"
v92 = "text 92"
v93 = "text 93"
v94 = "text 94"
v95 = "text 95"
v96 = "text 96"
v97 = "text 97"
v98 = "text 98"
v99 = "text 99"
v100 = "text 100"
v101 = "text 101"
v102 = "text 102"
v103 = "text 103"
v104 = "text 104"
v105 = "text 105"
v106 = "text 106"
v107 = "text 107"
v108 = "text 108"
v109 = "text 109"
v110 = "text 110"
v111 = "text 111"
v112 = "text 112"
v113 = "text 113"
v114 = "text 114"
v115 = "text 115"
v116 = "text 116"
v117 = "text 117"
v118 = "text 118"
v119 = "text 119"
v120 = "text 120"
v121 = "text 121"
v122 = "text 122"
v123 = "text 123"
v124 = "text 124"
v125 = "text 125"
v126 = "text 126"
v127 = "text 127"
v128 = "text 128"
v129 = "text 129"
v130 = "text 130"
v131 = "text 131"
v132 = "text 132"
v133 = "text 133"
v134 = "text 134"
v135 = "text 135"
v136 = "text 136"
v137 = "text 137"
v138 = "text 138"
v139 = "text 139"
v140 = "text 140"
v141 = "text 141"
v142 = "text 142"
v143 = "text 143"
v144 = "text 144"
v145 = "text 145"
v146 = "text 146"
v147 = "text 147"
v148 = "text 148"
v149 = "text 149"


def check(n, text):
    print(n, text)


check(200000, v0)
check(200003, v1)
check(200006, v2)
check(200009, v3)
check(200012, v4)
check(200015, v5)
check(200018, v6)
check(200021, v7)
check(200024, v8)
check(200027, v9)
check(200030, v10)
check(200033, v11)
check(200036, v12)
check(200039, v13)
check(200042, v14)
check(200045, v15)
check(200048, v16)
check(200051, v17)
check(200054, v18)
check(200057, v19)
check(200060, v20)
check(200063, v21)
check(200066, v22)
check(200069, v23)
check(200072, v24)
check(200075, v25)
check(200078, v26)
check(200081, v27)
check(200084, v28)
check(200087, v29)
check(200090, v30)
check(200093, v31)
check(200096, v32)
check(200099, v33)
check(200102, v34)
check(200105, v35)
check(200108, v36)
check(200111, v37)
check(200114, v38)
check(200117, v39)
check(200120, v40)
check(200123, v41)
check(200126, v42)
check(200129, v43)
check(200132, v44)
check(200135, v45)
check(200138, v46)
check(200141, v47)
check(200144, v48)
check(200147, v49)
check(200150, v50)
check(200153, v51)
check(200156, v52)
check(200159, v53)
check(200162, v54)
check(200165, v55)
check(200168, v56)
check(200171, v57)
check(200174, v58)
check(200177, v59)
check(200180, v60)
check(200183, v61)
check(200186, v62)
check(200189, v63)
check(200192, v64)
check(200195, v65)
check(200198, v66)
check(200201, v67)
check(200204, v68)
check(200207, v69)
check(200210, v70)
check(200213, v71)
check(200216, v72)
check(200219, v73)
check(200222, v74)
check(200225, v75)
check(200228, v76)
check(200231, v77)
check(200234, v78)
check(200237, v79)
check(200240, v80)
check(200243, v81)
check(200246, v82)
check(200249, v83)
check(200252, v84)
check(200255, v85)
check(200258, v86)
check(200261, v87)
check(200264, v88)
check(200267, v89)
check(200270, v90)
check(200273, v91)
check(200276, v92)
check(200279, v93)
check(200282, v94)
check(200285, v95)
check(200288, v96)
check(200291, v97)
check(200294, v98)
check(200297, v99)
check(200300, v100)
check(200303, v101)
check(200306, v102)
check(200309, v103)
check(200312, v104)
check(200315, v105)
check(200318, v106)
check(200321, v107)
check(200324, v108)
check(200327, v109)
check(200330, v110)
check(200333, v111)
check(200336, v112)
check(200339, v113)
check(200342, v114)
check(200345, v115)
check(200348, v116)
check(200351, v117)
check(200354, v118)
check(200357, v119)
check(200360, v120)
check(200363, v121)
check(200366, v122)
check(200369, v123)
check(200372, v124)
check(200375, v125)
check(200378, v126)
check(200381, v127)
check(200384, v128)
check(200387, v129)
check(200390, v130)
check(200393, v131)
check(200396, v132)
check(200399, v133)
check(200402, v134)
check(200405, v135)
check(200408, v136)
check(200411, v137)
check(200414, v138)
check(200417, v139)
check(200420, v140)
check(200423, v141)
check(200426, v142)
check(200429, v143)
check(200432, v144)
check(200435, v145)
check(200438, v146)
check(200441, v147)
check(200444, v148)
check(200447, v149)
