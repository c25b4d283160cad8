/**
 * Names written in Latin letters, by the country they are told from. `weight` is the share of customers.
 * A name may carry its spelling in an e-mail address after a "=".
 */
export const latin = [
  {
    country: "us",
    weight: 14,
    first:
      "James, Mary, Robert, Patricia, Michael, Jennifer, David, Linda, William, Elizabeth, Jamal, Aaliyah, Tyler, Madison, Ethan, Olivia, Mason, Ava, Logan, Sophia, Carlos, Gabriela, De'Andre, LaToya, Mary Ann, Billy Ray, J. R., Xochitl",
    last: "Smith, Johnson, Williams, Brown, Jones, Miller, Davis, Garcia, Rodriguez, Wilson, Anderson, Taylor, Thomas, Jackson, White, Harris, Martin, Thompson, Robinson, Clark, Lewis, Walker, Young, Allen, King, Wright, Scott, Torres, Nguyen, Hill, Green, Adams, Baker, Nelson, Carter, Mitchell, Washington, St. James, Smith-Jones, McDonald, King Jr., Cooper III",
  },
  {
    country: "gb",
    weight: 9,
    first:
      "Oliver, Amelia, George, Isla, Harry, Poppy, Jack, Freya, Charlie, Florence, Alfie, Evie, Rhys, Siân, Angharad, Hamish, Eilidh, Callum, Priya, Imran, Fatima, Zoë, Chloë, Nigel, Gwenllïan, Anne-Marie",
    last: "Jones, Taylor, Williams, Davies, Evans, Thomas, Roberts, Johnson, Walker, Wright, Robinson, Hughes, Edwards, Green, Wood, Harris, Clarke, Patel, Khan, Begum, Hussain, MacLeod, McKenzie, Llewellyn-Rhys, ap Gwilym, Featherstonehaugh, Cholmondeley, Ng",
  },
  {
    country: "ie",
    weight: 3,
    first:
      "Seán, Aoife, Conor, Saoirse, Cian, Niamh, Oisín, Caoimhe, Fionn, Róisín, Pádraig, Gráinne, Darragh, Ciara, Tadhg, Sinéad",
    last: "O'Brien, O'Connor, O'Sullivan, Murphy, Kelly, Walsh, Ryan, Byrne, Doyle, Ó Súilleabháin, Ní Bhriain, Mac Giolla Phádraig, Fitzgerald, McCarthy, Gallagher, Kavanagh",
  },
  {
    country: "de",
    weight: 8,
    first:
      "Jürgen, Käthe, Günther, Björn, Lena, Finn, Mia, Jonas, Hannah, Leon, Anna, Felix, Sabine, Uwe, Heike, Karl-Heinz, Hans-Jürgen, Anne-Sophie, Matthias, Ursula, Ayşe, Mehmet, Olga, Sören",
    last: "Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch, Bauer, Richter, Klein, Wolf, Schröder, Neumann, Schwarz, Zimmermann, Krüger, Groß, Weiß, von der Heide, zu Hohenau, Müller-Lüdenscheidt, Yılmaz, Öztürk, Größmann, Ößwald",
  },
  {
    country: "fr",
    weight: 7,
    first:
      "Léa, Hugo, Chloé, Lucas, Manon, Jules, Inès, Gabriel, Camille, Raphaël, Zoé, Théo, Jean-Luc, Marie-Hélène, Jean-François, Anaïs, Loïc, Maëlle, François, Hélène, Benoît, Agnès, Noël, Gaëtan",
    last: "Martin, Bernard, Dubois, Thomas, Robert, Richard, Petit, Durand, Leroy, Moreau, Simon, Laurent, Lefèvre, Michel, Bertrand, Roux, Vincent, Fournier, Lefebvre, Mercier, Girard, François, Le Gall, de La Fontaine, d'Estaing, L'Hôpital, Saint-Clément, N'Diaye, Benoît-Lévy",
  },
  {
    country: "es",
    weight: 6,
    first:
      "Lucía, Hugo, Sofía, Martín, María, Pablo, José, Ana María, Begoña, Íñigo, Núria, Jordi, Iñaki, Ainhoa, Ángel, Concepción, María José, Juan Carlos, Xoán, Mª Carmen=mcarmen",
    last: "García, Fernández, González, Rodríguez, López, Martínez, Sánchez, Pérez, Gómez, Martín, Jiménez, Ruiz, Hernández, Díaz, Muñoz, Álvarez, Núñez, Ibáñez, García Márquez, Ortega y Gasset, de la Cruz, Puig i Cadafalch, Etxeberria, Fernández de Córdoba",
  },
  {
    country: "it",
    weight: 5,
    first:
      "Francesco, Giulia, Alessandro, Aurora, Lorenzo, Sofia, Mattia, Ginevra, Leonardo, Chiara, Niccolò, Maria Grazia, Pier Paolo, Ilaria, Agnese, Niccolò",
    last: "Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, Conti, De Luca, D'Angelo, D'Alessandro, Dell'Acqua, Lo Monaco, Della Rovere, Cantù, Nicolò",
  },
  {
    country: "pt",
    weight: 3,
    first:
      "João, Maria, Afonso, Leonor, Tomás, Matilde, António, Inês, Gonçalo, Conceição, Luís, Sónia, José Maria, Estêvão",
    last: "Silva, Santos, Ferreira, Pereira, Oliveira, Costa, Rodrigues, Martins, Jesus, Sousa, Fernandes, Gonçalves, Gomes, Lopes, Araújo, dos Santos Conceição, Sá, Leitão",
  },
  {
    country: "br",
    weight: 5,
    first:
      "Miguel, Helena, Arthur, Alice, Heitor, Laura, Davi, Thaís, João Pedro, Ana Clara, Antônio, Luíza, Caíque, Iracema, Luís Otávio, Conceição",
    last: "da Silva, dos Santos, Oliveira, Souza, Lima, Pereira, Ferreira, Costa, Rodrigues, Almeida, Nascimento, Araújo, Magalhães, Gonçalves, de Assis Brasil, Sant'Anna",
  },
  {
    country: "nl",
    weight: 3,
    first:
      "Daan, Emma, Sem, Julia, Lucas, Mila, Levi, Tess, Joost, Anouk, Maartje, Wouter, Chloë, Daniël, Renée",
    last: "de Jong, Jansen, de Vries, van den Berg, van Dijk, Bakker, Janssen, Visser, Smit, Meijer, de Boer, Mulder, 't Hart, van 't Hof, in 't Veld, van der Meulen-Hoekstra, Coöperman, van Eijck",
  },
  {
    country: "se",
    weight: 3,
    first:
      "Åsa, Björn, Linnéa, Östen, Märta, Göran, Elsa, William, Alva, Lukas, Saga, Åke, Ingrid, Lars-Erik",
    last: "Andersson, Johansson, Karlsson, Nilsson, Eriksson, Larsson, Olsson, Persson, Svensson, Gustafsson, Öberg, Åström, Sjögren, Lindström, von Sydow, Hägg",
  },
  {
    country: "no",
    weight: 1,
    first: "Øyvind, Astrid, Bjørn, Ingrid, Håkon, Solveig, Tor-Erik, Åse, Magnus, Sigrid",
    last: "Hansen, Johansen, Olsen, Larsen, Andersen, Bjørnstad, Ødegård, Sæther, Brønn, Aas",
  },
  {
    country: "dk",
    weight: 1,
    first: "Søren, Mette, Jørgen, Kirsten, Rasmus, Freja, Asger, Karoline, Bjarke, Åse",
    last: "Nielsen, Jensen, Hansen, Pedersen, Sørensen, Rasmussen, Jørgensen, Møller, Kjær, Østergaard",
  },
  {
    country: "is",
    weight: 1,
    first: "Björk, Sigurður=sigurdur, Guðrún=gudrun, Þór=thor, Hildur, Jón, Kristín, Ólafur",
    last: "Guðmundsdóttir=gudmundsdottir, Jónsson, Sigurðardóttir=sigurdardottir, Þórðarson=thordarson, Einarsson, Ólafsdóttir",
  },
  {
    country: "fi",
    weight: 1,
    first: "Väinö, Aino, Eetu, Päivi, Jyrki, Tuuli, Äijö, Sanni, Juha-Pekka, Eeva-Liisa",
    last: "Virtanen, Korhonen, Mäkinen, Nieminen, Mäkelä, Hämäläinen, Järvinen, Yli-Hietanen, Kääriäinen",
  },
  {
    country: "pl",
    weight: 4,
    first:
      "Łukasz, Zofia, Żaneta, Michał, Agnieszka, Paweł, Małgorzata, Krzysztof, Świętosława, Grażyna, Jędrzej, Stanisław, Bożena, Wojciech",
    last: "Nowak, Kowalski, Wiśniewska, Wójcik, Kowalczyk, Kamiński, Lewandowska, Zieliński, Szymański, Woźniak, Dąbrowska, Kozłowski, Jabłońska, Błaszczyk, Brzęczyszczykiewicz, Skłodowska-Curie, Żółć",
  },
  {
    country: "cz",
    weight: 2,
    first: "Jiří, Tereza, Tomáš, Eliška, Ondřej, Kateřina, Václav, Zdeňka, Řehoř, Štěpánka",
    last: "Novák, Svobodová, Novotný, Dvořák, Černá, Procházka, Kučerová, Veselý, Horák, Příhoda, Šťastný, Řezníčková",
  },
  {
    country: "hu",
    weight: 2,
    first: "László, Erzsébet, Ágnes, Gergő, Zsófia, Ödön, Dóra, Győző, Enikő, Szilárd",
    last: "Nagy, Kovács, Tóth, Szabó, Horváth, Varga, Kiss, Molnár, Németh, Őry, Szőke, Gyöngyösi",
  },
  {
    country: "ro",
    weight: 1,
    first: "Ștefan, Ioana, Andrei, Ana-Maria, Mircea, Ileana, Țuța, Gheorghe, Ruxandra, Călin",
    last: "Popescu, Ionescu, Popa, Dumitrescu, Stănescu, Bălan, Țăran, Șerban, Constantinescu, Drăgulescu",
  },
  {
    country: "hr",
    weight: 1,
    first: "Đurđa=djurdja, Ivan, Željka, Mato, Šime, Nikolina, Čedomir, Ljiljana, Hrvoje, Njegoš",
    last: "Horvat, Kovačević, Babić, Marić, Jurić, Đorđević=djordjevic, Šarić, Žižić, Ćosić",
  },
  {
    country: "tr",
    weight: 3,
    first:
      "İbrahim, Ayşe, Çağla, Emre, Gülşen, Işıl, Oğuz, Şule, Ümit, Zeynep, İpek, Kıvanç, Nazlı, Yiğit",
    last: "Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Öztürk, Aydın, Arslan, Doğan, Kılıç, Çetin, Işık, İnönü, Güneş, Ağaoğlu",
  },
  {
    country: "vn",
    weight: 3,
    first:
      "Anh Thư, Minh, Đức, Thị Hồng, Quốc Bảo, Phương Thảo, Hữu Nghĩa, Ngọc Ánh, Tuấn Kiệt, Thùy Dung, Văn Thắng, Bích Ngọc, Khánh, Mỹ Duyên",
    last: "Nguyễn, Trần, Lê, Phạm, Hoàng, Phan, Vũ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Huỳnh, Tôn Nữ",
  },
  {
    country: "id",
    weight: 2,
    first: "Budi, Siti, Dewi, Agus, Putri, Wayan, Made, Nyoman, Ketut, Nur Aisyah, Muhammad Rizki",
    last: "Santoso, Wijaya, Susanto, Hidayat, Pratama, Lestari, Kusuma, Siregar, Simanjuntak, Tjokroaminoto",
  },
  {
    country: "ng",
    weight: 2,
    first:
      "Chukwuemeka, Adébáyọ̀=adebayo, Ngozi, Fọláṣadé=folasade, Oluwaseun, Chidinma, Ìfẹ́olúwa=ifeoluwa, Amina, Uzoma, Ọlábísí=olabisi",
    last: "Okafor, Adéyẹmí=adeyemi, Ọ̀ṣúntókun=osuntokun, Nwosu, Balogun, Eze, Abubakar, Ògúnbànjọ=ogunbanjo, Danjuma, Okonkwo-Adichie",
  },
  {
    country: "nz",
    weight: 1,
    first: "Wiremu, Anahera, Rāwiri, Māia, Tāne, Aroha, Hēmi, Kiri",
    last: "Ngata, Tūhoe, Parāone, Te Ao, Rangihuna, Walker, Wīneera, Henare",
  },
];
