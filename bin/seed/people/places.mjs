/**
 * Where customers live. A city is "name | province | postal code": in the code each # is a digit
 * and each @ a letter. `lines` is how a street address reads: # is a number, * a street.
 */
export const places = {
  us: {
    streets:
      "Maple Avenue, Oak Street, Main Street, Sunset Boulevard, 5th Avenue, Martin Luther King Jr. Drive",
    lines: ["# *", "# *, Apt #"],
    cities:
      "New York | NY | 100##, Portland | OR | 972##, Austin | TX | 787##, Chicago | IL | 606##, San José | CA | 951##, St. Louis | MO | 631##",
  },
  ca: {
    streets: "Rue Sainte-Catherine, King Street West, Granville Street, Chemin du Lac",
    lines: ["# *", "#-# *"],
    cities:
      "Montréal | QC | H2@ #@#, Toronto | ON | M5@ #@#, Vancouver | BC | V6@ #@#, Whitehorse | YT | Y1A #@#",
  },
  gb: {
    streets: "High Street, Station Road, Church Lane, Victoria Road, Old Kent Road, Queen's Gate",
    lines: ["# *", "Flat #, # *", "Rose Cottage, *"],
    cities:
      "London | Greater London | SE1 #@@, Manchester | | M1 #@@, Edinburgh | Midlothian | EH1 #@@, Cardiff | | CF1# #@@, Ashby-de-la-Zouch | Leicestershire | LE65 #@@, Llanfairpwllgwyngyll | Anglesey | LL61 #@@",
  },
  ie: {
    streets: "O'Connell Street, Grafton Street, Sráid na Siopaí, Shop Street",
    lines: ["# *"],
    cities:
      "Dublin | Dublin | D02 @###, Cork | Cork | T12 @###, Galway | Galway | H91 @###, Dún Laoghaire | Dublin | A96 @###",
  },
  de: {
    streets: "Hauptstraße, Bahnhofstraße, Gartenweg, Goethestraße, Am Mühlenbach, Große Bleichen",
    lines: ["* #", "* #a"],
    cities:
      "Berlin | | 10###, Hamburg | | 20###, München | Bayern | 80###, Köln | Nordrhein-Westfalen | 50###, Düsseldorf | Nordrhein-Westfalen | 40###, Lübeck | Schleswig-Holstein | 23###",
  },
  fr: {
    streets:
      "rue de la République, avenue Victor-Hugo, boulevard de l'Opéra, place de l'Église, quai d'Orsay",
    lines: ["#, *", "# bis, *"],
    cities:
      "Paris | Île-de-France | 750##, Lyon | Rhône | 690##, Marseille | Bouches-du-Rhône | 130##, Orléans | Loiret | 450##, L'Haÿ-les-Roses | Val-de-Marne | 94240",
  },
  es: {
    streets:
      "Calle Mayor, Avenida de la Constitución, Plaza de España, Carrer de Balmes, Paseo del Prado",
    lines: ["*, #", "*, #, #º"],
    cities:
      "Madrid | Madrid | 280##, Barcelona | Barcelona | 080##, Málaga | Málaga | 290##, A Coruña | A Coruña | 150##, Donostia / San Sebastián | Gipuzkoa | 200##",
  },
  it: {
    streets: "Via Roma, Corso Vittorio Emanuele II, Piazza della Libertà, Via dell'Orso",
    lines: ["*, #"],
    cities:
      "Roma | RM | 001##, Milano | MI | 201##, L'Aquila | AQ | 67100, Forlì | FC | 471##, Reggio nell'Emilia | RE | 421##",
  },
  pt: {
    streets: "Rua Augusta, Avenida da Liberdade, Rua de São João, Largo do Carmo",
    lines: ["*, #", "*, #, #.º Esq."],
    cities:
      "Lisboa | | 11##-###, Porto | | 40##-###, Évora | | 70##-###, Ponta Delgada | Açores | 95##-###",
  },
  br: {
    streets: "Rua das Palmeiras, Avenida Paulista, Travessa do Ouvidor, Rua São José",
    lines: ["*, #", "*, # – apto #"],
    cities:
      "São Paulo | SP | 01###-###, Rio de Janeiro | RJ | 20###-###, Belém | PA | 66###-###, Brasília | DF | 70###-###",
  },
  nl: {
    streets: "Kerkstraat, Prinsengracht, Dorpsweg, 's-Gravenzandseweg, Lange Nieuwstraat",
    lines: ["* #", "* #-II"],
    cities:
      "Amsterdam | | 10## @@, 's-Hertogenbosch | Noord-Brabant | 52## @@, Utrecht | | 35## @@, IJsselstein | Utrecht | 34## @@",
  },
  se: {
    streets: "Storgatan, Kungsgatan, Östra Järnvägsgatan, Åvägen",
    lines: ["* #", "* # lgh 1#0#"],
    cities: "Stockholm | | 11# ##, Göteborg | | 41# ##, Malmö | | 21# ##, Åmål | | 662 ##",
  },
  no: {
    streets: "Storgata, Kirkeveien, Øvre Slottsgate",
    lines: ["* #"],
    cities: "Oslo | | 01##, Tromsø | | 90##, Å | Nordland | 8392",
  },
  dk: {
    streets: "Nørregade, Strandvejen, Rådhuspladsen",
    lines: ["* #, #. tv."],
    cities: "København | | 1###, Århus | | 80##, Ærøskøbing | | 5970",
  },
  is: {
    streets: "Laugavegur, Þórsgata, Skólavörðustígur",
    lines: ["* #"],
    cities: "Reykjavík | | 1##, Ísafjörður | | 400",
  },
  fi: {
    streets: "Mannerheimintie, Hämeenkatu, Yliopistonkatu",
    lines: ["* # A #"],
    cities: "Helsinki | | 00##0, Jyväskylä | | 40##0, Äänekoski | | 44100",
  },
  pl: {
    streets: "ul. Długa, ul. Świętego Marcina, al. Jerozolimskie, ul. Źródlana",
    lines: ["* #", "* # m. #"],
    cities: "Warszawa | | 00-###, Łódź | | 90-###, Kraków | | 30-###, Gdańsk | | 80-###",
  },
  cz: {
    streets: "Dlouhá, Náměstí Míru, Příčná",
    lines: ["* #/#"],
    cities: "Praha | | 1## 00, Brno | | 602 ##, Plzeň | | 301 ##",
  },
  hu: {
    streets: "Fő utca, Kossuth Lajos tér, Petőfi út",
    lines: ["* #."],
    cities: "Budapest | | 10##, Győr | | 9021, Szeged | | 67##",
  },
  ro: {
    streets: "Strada Florilor, Bulevardul Unirii, Calea Șerban Vodă",
    lines: ["* nr. #, ap. #"],
    cities: "București | | 01####, Iași | | 70####, Târgu Mureș | | 54####",
  },
  hr: {
    streets: "Ilica, Ulica Ruđera Boškovića, Vukovarska cesta",
    lines: ["* #"],
    cities: "Zagreb | | 10###, Šibenik | | 22###, Đakovo | | 31400",
  },
  tr: {
    streets: "Atatürk Caddesi, Çınar Sokak, İstiklal Caddesi, Gül Sokağı",
    lines: ["* No: #", "* No: #/#"],
    cities:
      "İstanbul | Kadıköy | 34###, İzmir | | 35###, Ankara | Çankaya | 06###, Iğdır | | 76###",
  },
  vn: {
    streets: "đường Lê Lợi, phố Hàng Bông, đường Nguyễn Huệ",
    lines: ["# *"],
    cities: "Hà Nội | | 10####, Thành phố Hồ Chí Minh | | 70####, Đà Nẵng | | 55####",
  },
  id: {
    streets: "Jalan Sudirman, Jalan Melati, Gang Kelinci",
    lines: ["* No. #"],
    cities: "Jakarta Selatan | DKI Jakarta | 12###, Yogyakarta | | 55###, Denpasar | Bali | 80###",
  },
  ng: {
    streets: "Awolowo Road, Ọbáfẹ́mi Close, Ahmadu Bello Way",
    lines: ["# *"],
    cities: "Lagos | Lagos | 10####, Abuja | FCT | 90####, Ìbàdàn | Oyo | 20####",
  },
  nz: {
    streets: "Queen Street, Te Awe Awe Street, Rātā Road",
    lines: ["# *"],
    cities: "Auckland | | 10##, Whangārei | | 01##, Ōamaru | | 9400",
  },
  au: {
    streets: "George Street, Collins Street, The Esplanade, O'Connell Street",
    lines: ["# *", "Unit #, # *"],
    cities:
      "Sydney | NSW | 20##, Melbourne | VIC | 30##, Woolloomooloo | NSW | 2011, Alice Springs | NT | 0870",
  },
  gr: {
    streets: "Ερμού, Λεωφόρος Κηφισίας, Οδός Αγίου Δημητρίου",
    lines: ["* #"],
    cities: "Αθήνα | Αττική | 10# ##, Θεσσαλονίκη | | 54# ##, Χανιά | Κρήτη | 73# ##",
  },
  ua: {
    streets: "вулиця Хрещатик, вул. Лесі Українки, проспект Свободи",
    lines: ["*, #", "*, #, кв. #"],
    cities: "Київ | | 01###, Львів | | 79###, Чернівці | | 58###",
  },
  bg: {
    streets: "бул. Витоша, ул. Шипка",
    lines: ["* №#"],
    cities: "София | | 1###, Пловдив | | 40##",
  },
  kz: {
    streets: "Абай даңғылы, Достық көшесі",
    lines: ["*, #"],
    cities: "Алматы | | 05####, Астана | | 01####",
  },
  il: {
    streets: "רחוב הרצל, שדרות רוטשילד, דרך בן־גוריון",
    lines: ["* #", "* #, דירה #"],
    cities: "תל אביב-יפו | | 6######, ירושלים | | 9######, חיפה | | 3######",
  },
  eg: {
    streets: "شارع التحرير, شارع الهرم, كورنيش النيل",
    lines: ["# *"],
    cities: "القاهرة | | 115##, الإسكندرية | | 215##, أسوان | | 815##",
  },
  ae: {
    streets: "شارع الشيخ زايد, شارع المرقبات",
    lines: ["* #"],
    cities: "دبي | | , أبوظبي | | , الشارقة | | ",
  },
  ir: {
    streets: "خیابان ولیعصر, کوچه گلستان",
    lines: ["*، پلاک #"],
    cities: "تهران | | ##########, اصفهان | | ##########",
  },
  in: {
    streets: "MG Road, महात्मा गांधी मार्ग, அண்ணா சாலை, Park Street",
    lines: ["#, *", "Flat #, *"],
    cities:
      "Mumbai | Maharashtra | 4000##, नई दिल्ली | दिल्ली | 1100##, Chennai | Tamil Nadu | 6000##, Kolkata | West Bengal | 7000##",
  },
  th: {
    streets: "ถนนสุขุมวิท, ซอยอารีย์, ถนนนิมมานเหมินท์",
    lines: ["# *", "#/# *"],
    cities: "กรุงเทพมหานคร | | 10###, เชียงใหม่ | | 50###, ภูเก็ต | | 83###",
  },
  jp: {
    streets: "神南, 銀座, 祇園町南側, 栄",
    lines: ["*#-#-#", "*#丁目#番#号 コーポさくら#号室"],
    cities:
      "渋谷区 | 東京都 | 150-00##, 京都市東山区 | 京都府 | 605-00##, 札幌市中央区 | 北海道 | 060-00##, 名古屋市中区 | 愛知県 | 460-00##",
  },
  cn: {
    streets: "人民路, 南京西路, 中关村大街",
    lines: ["*#号", "*#号#室"],
    cities: "北京市 | 北京 | 100###, 上海市 | 上海 | 200###, 深圳市 | 广东 | 518###",
  },
  tw: {
    streets: "中山路, 忠孝東路四段",
    lines: ["*#號", "*#號#樓"],
    cities: "臺北市 | | 1##, 高雄市 | | 8##",
  },
  kr: {
    streets: "세종대로, 테헤란로, 해운대로",
    lines: ["* #", "* #, #동 #호"],
    cities: "서울특별시 | | 03###, 부산광역시 | | 48###",
  },
  ge: {
    streets: "რუსთაველის გამზირი, აღმაშენებლის ქუჩა",
    lines: ["* #"],
    cities: "თბილისი | | 01##, ბათუმი | | 6010",
  },
  am: {
    streets: "Աբովյան փողոց, Մաշտոցի պողոտա",
    lines: ["* #"],
    cities: "Երևան | | 00##, Գյումրի | | 31##",
  },
  et: {
    streets: "Bole Road, ቸርችል ጎዳና",
    lines: ["* #"],
    cities: "አዲስ አበባ | | 1###, ባሕር ዳር | | 6###",
  },
};
