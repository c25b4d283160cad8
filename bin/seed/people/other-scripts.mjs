/** Names in other scripts; behind the "=" stands the Latin spelling that an e-mail address uses. */
export const otherScripts = [
  {
    country: "gr",
    weight: 2,
    first:
      "Γιώργος=giorgos, Μαρία=maria, Κωνσταντίνος=konstantinos, Ελένη=eleni, Δημήτρης=dimitris, Αικατερίνη=aikaterini, Νίκος=nikos, Χρυσάνθη=chrysanthi, Οδυσσέας=odysseas",
    last: "Παπαδόπουλος=papadopoulos, Γεωργίου=georgiou, Νικολάου=nikolaou, Παπαγεωργίου=papageorgiou, Οικονόμου=oikonomou, Αντωνίου=antoniou, Παπακωνσταντίνου=papakonstantinou",
  },
  {
    country: "ua",
    weight: 2,
    first:
      "Олександр=oleksandr, Наталія=nataliia, Юлія=yuliia, Тарас=taras, Ольга=olha, Дмитро=dmytro, Єва=yeva, Соломія=solomiia, Мар'яна=mariana",
    last: "Шевченко=shevchenko, Коваленко=kovalenko, Бондаренко=bondarenko, Ткачук=tkachuk, Мельник=melnyk, Кравчук=kravchuk, Ґонта=gonta, Квітка-Основ'яненко=kvitka",
  },
  {
    country: "bg",
    weight: 1,
    first:
      "Георги=georgi, Мария=maria, Иван=ivan, Елена=elena, Димитър=dimitar, Цветелина=tsvetelina",
    last: "Иванов=ivanov, Георгиева=georgieva, Димитров=dimitrov, Петрова=petrova, Щерев=shterev",
  },
  {
    country: "kz",
    weight: 1,
    first: "Айгүл=aigul, Нұрлан=nurlan, Әсел=asel, Ерлан=yerlan, Гүлнәр=gulnar, Олжас=olzhas",
    last: "Нұрсұлтанов=nursultanov, Қасымов=kasymov, Әбдірахманова=abdirakhmanova, Сейітов=seitov",
  },
  {
    country: "il",
    weight: 2,
    first:
      "נועה=noa, אורי=uri, תמר=tamar, יוסף=yosef, שירה=shira, דוד=david, מיכל=michal, צביה=zvia, איתן=eitan",
    last: "כהן=cohen, לוי=levi, מזרחי=mizrahi, פרץ=peretz, ביטון=biton, בן-דוד=bendavid, שטרנברג=sternberg, אבו חצירא=abuhatzeira",
  },
  {
    country: "eg",
    weight: 2,
    first:
      "محمد=mohamed, فاطمة=fatma, أحمد=ahmed, مريم=mariam, يوسف=youssef, نور الهدى=nourelhoda, عبد الرحمن=abdelrahman, سلمى=salma, خديجة=khadija",
    last: "حسن=hassan, إبراهيم=ibrahim, السيد=elsayed, عبد العزيز=abdelaziz, المصري=elmasry, منصور=mansour, الشناوي=elshenawy",
  },
  {
    country: "ae",
    weight: 1,
    first: "خليفة=khalifa, عائشة=aisha, راشد=rashid, حصة=hessa, سلطان=sultan, موزة=moza",
    last: "المكتوم=almaktoum, النعيمي=alnuaimi, بن زايد=binzayed, الشامسي=alshamsi, الظاهري=aldhaheri",
  },
  {
    country: "ir",
    weight: 1,
    first:
      "زهرا=zahra, محمدرضا=mohammadreza, پریسا=parisa, کیان=kian, گلناز=golnaz, علی‌رضا=alireza",
    last: "احمدی=ahmadi, کریمی=karimi, حسینی=hosseini, قاسم‌زاده=ghasemzadeh, پورمحمدی=pourmohammadi",
  },
  {
    country: "in",
    weight: 4,
    first:
      "आरव=aarav, दीपिका=deepika, अनन्या=ananya, रोहित=rohit, कृष्णा=krishna, प्रियंका=priyanka, விஜய்=vijay, லட்சுமி=lakshmi, অরিজিৎ=arijit, ਹਰਪ੍ਰੀਤ=harpreet, Priya, Arjun",
    last: "शर्मा=sharma, वर्मा=verma, गुप्ता=gupta, सिंह=singh, श्रीवास्तव=srivastava, சுப்பிரமணியன்=subramanian, চট্টোপাধ্যায়=chattopadhyay, ਸਿੰਘ=singh, Patel, Iyer",
  },
  {
    country: "th",
    weight: 2,
    first:
      "สมชาย=somchai, มาลี=malee, กิตติพงษ์=kittipong, ณัฐธิดา=natthida, อรอนงค์=onanong, ศิริพร=siriporn, วิชัย=wichai",
    last: "ใจดี=jaidee, ศรีสุวรรณ=srisuwan, ทองคำ=thongkham, เจริญวัฒนาสุขสมบูรณ์=charoenwatthana, วงศ์สวัสดิ์=wongsawat, ณ อยุธยา=naayutthaya",
  },
  {
    country: "jp",
    weight: 4,
    first:
      "翔太=shota, さくら=sakura, 健=ken, 陽葵=himari, 大輔=daisuke, 美咲=misaki, 一郎=ichiro, ゆうこ=yuko, 拓海=takumi, アキラ=akira, 𠮷郎=yoshiro",
    last: "佐藤=sato, 鈴木=suzuki, 高橋=takahashi, 田中=tanaka, 伊藤=ito, 渡邉=watanabe, 髙木=takagi, 山本=yamamoto, 小鳥遊=takanashi, 勅使河原=teshigawara",
  },
  {
    country: "cn",
    weight: 4,
    first:
      "伟=wei, 芳=fang, 秀英=xiuying, 娜=na, 敏=min, 静=jing, 子涵=zihan, 浩然=haoran, 雨桐=yutong, 建国=jianguo, 𬀩=wei",
    last: "王=wang, 李=li, 张=zhang, 刘=liu, 陈=chen, 杨=yang, 黄=huang, 赵=zhao, 欧阳=ouyang, 司马=sima, 吕=lyu",
  },
  {
    country: "tw",
    weight: 1,
    first: "雅婷=yating, 志明=zhiming, 淑芬=shufen, 家豪=jiahao, 怡君=yijun, 冠宇=guanyu",
    last: "陳=chen, 林=lin, 黃=huang, 張=chang, 吳=wu, 蔡=tsai, 諸葛=zhuge",
  },
  {
    country: "kr",
    weight: 3,
    first:
      "민준=minjun, 서연=seoyeon, 지훈=jihoon, 하은=haeun, 도윤=doyun, 수빈=subin, 예준=yejun, 한별=hanbyeol",
    last: "김=kim, 이=lee, 박=park, 최=choi, 정=jung, 강=kang, 남궁=namgung, 황보=hwangbo",
  },
  {
    country: "ge",
    weight: 1,
    first: "გიორგი=giorgi, ნინო=nino, თამარ=tamar, ლუკა=luka, ქეთევან=ketevan",
    last: "ბერიძე=beridze, კაპანაძე=kapanadze, მამარდაშვილი=mamardashvili, გელაშვილი=gelashvili",
  },
  {
    country: "am",
    weight: 1,
    first: "Արամ=aram, Անահիտ=anahit, Տիգրան=tigran, Լուսինե=lusine, Հայկ=hayk",
    last: "Հարությունյան=harutyunyan, Սարգսյան=sargsyan, Տեր-Պետրոսյան=terpetrosyan, Գրիգորյան=grigoryan",
  },
  {
    country: "et",
    weight: 1,
    first: "አበበ=abebe, ሀና=hana, ዳዊት=dawit, ትዕግስት=tigist, ሰላም=selam",
    last: "ቢቂላ=bikila, ገብረሥላሴ=gebreselassie, ተስፋዬ=tesfaye, ወልደማርያም=woldemariam",
  },
];
