"""Given names that are common where the nineteen languages are spoken: evidence that two capitalised words are a person.

Names that are everyday words or places (Rose, Grace, Will, Florence) are left out: they prove nothing. A name stands once,
with the language that it is most at home in; accents and the alphabet do not matter.
"""

from __future__ import annotations

from functools import cache

from watcher.domains import squeezed

_NAMES = """
en: priyanka ximena colm mechthild mioara annegret aldous sietse glenys mair saoirse sorcha grainne roisin aoife eilidh catriona mairead deirbhile blaithin cormac oisin padraig eoin eoghan
    gwilym ieuan dafydd emrys nerys carys angharad alasdair hamish ruaridh iain mhairi shona fionnuala calista
    juniper harlan emmett ezra levi caleb elijah isaiah jeremiah tobias wyatt savannah brianna kayla chelsea tamika
    latoya keisha darnell jamal malik tyrone javier luis carlos kwame kofi kwabena abena akosua chinwe chioma emeka
    nnamdi ifeoma obinna folake tunde sade thabo lerato sipho nomsa tendai farai wanjiru kamau achieng otieno amara
    zuri imani ananya aditya akash ankit anil arun ashok ashwin bhavna chetan devika gaurav geeta harish indira jaya
    jyoti karthik lakshmi madhu mahesh meera mohan mukesh nandini naveen neeraj nitin pankaj pooja prakash pranav
    prasad preeti radha raj rajiv ramesh rashmi ritu rohit sachin sandeep sangeeta sarita satish shalini shilpa
    shobha smita sneha sridhar subhash sudha suresh swati tanvi uma vandana varun vasanth venkat vinod vivek yash
    ahmed ali aliya asma bilal faisal fahad hamza haroon huda hussain khadija khalid layla mahmoud mariam maryam
    mustafa nabil nasser noura osama rania reem sana sara shahid tahir wafa waleed yasir yousef zahra ziad kian ian
    kim glen lee jordan madison aaron abigail adam adrian aidan aisha alan alastair albert alec alex alexander
    alexandra alexis alice alicia
    alison allan allison amanda amelia amina amir amy andrea andrew angela angus anita anjali ann anna annabel
    annabelle anne annette anthony antonia arabella araminta archie arjun arnold arthur asha ashley audrey ayesha
    barbara barnaby barry beatrice becky ben benedict benjamin bernadette bernard bernice bethan bethany beverley
    brandon brenda brendan brett brian bridget brittany bronwen bruce bryan bryony caitlin callum calum cameron carl
    carly carol caroline carolyn catherine cathy cecilia cedric celia charlene charles charlie charlotte cheryl
    chidi chloe chris christian christina christine christopher ciara claire clara clare claudia clifford clive
    colette colin connor conor corinne courtney craig curtis cynthia damian daniel danielle daphne darren david
    debbie deborah debra deepa deepak deirdre delia denise dennis derek dermot desmond diana diane divya dominic
    donald donna dorothy douglas duncan dylan eamon edgar edith edmund edward edwina eileen elaine eleanor elena
    elise elizabeth ella ellen ellie elliot elliott elsie emily emma eric erica erin ernest esme esther ethan eugene
    eva evan evelyn ewan farah fatima fergus finlay finn fiona frances francesca francis frank fraser fred freda
    frederick freya gareth gary gavin gemma geoff geoffrey george georgina gerald geraldine gerard gillian gina
    gladys glenda glenn gordon graeme graham gregory greta gwen gwendolyn gwyneth hannah harold harriet harrison
    harry harvey hassan hayley heidi helen helena henrietta henry hilary hilda howard hugh hugo ibrahim imogen imran
    ingrid irene isaac isabel isabella isabelle isla isobel jack jackie jacob jacqueline jade jake james jamie jan
    jane janet janice jared jasmeet jean jeffrey jemima jemma jennifer jenny jeremy jerome jessica jill jillian jim
    joan joanna joanne jocelyn joe joel john johnny jolene jonathan joseph josephine joshua joyce judith judy julia
    julian julie juliet june justin karen karina kate katherine kathleen kathryn kathy katie katrina kavita kayleigh
    keith kelly ken kenneth kerry kevin kieran kimberley kiran kirsten kirsty kristen kyle lachlan lara laura lauren
    laurence lauretta laurie leah leanne lee leila leo leonard lesley leslie lewis liam libby lillian linda lindsay
    lindsey lisa liz lois lorna lorraine louis louisa louise lucas lucinda lucy luke lydia lynda lynette lynn lynne
    mabel madeleine madeline maeve maggie malcolm mandy manish marcia marcus margaret marian marianne marie marilyn
    marion marjorie mark martha martin mary matilda matthew maureen maurice maxine maxwell megan mel melanie melissa
    melvin meredith mervyn michael michaela michelle mick mildred millicent mindy miranda miriam mitchell mohammed
    moira molly mona monica morag morgan muhammad muriel myra nadia nadine nancy naomi natalie natasha nathan
    nathaniel neha neil nell ngozi niall niamh nicholas nick nicola nicole nigel nikhil nisha noel nora noreen norma
    norman oliver olivia olu omar oonagh orla oscar osmund owen paige pamela patricia patrick paul paula pauline
    penelope perdita perry peter petra philip philippa phillip phoebe phyllis pippa polly priscilla priya rachael
    rachel rahul rajesh rakesh ralph ramona randall ravi ray raymond rebecca reginald rhiannon rhoda rhona rhys
    richard rita rob robert roberta robyn roderick rodney roger rohan roland ronald ronan rory rosalind rosamund
    roscoe rosemary rosie ross rowena roxanne roy rupert russell ruth ryan sadia sally salma sam samantha samir
    samuel sandra sanjay sanjeev sarah saskia scott sean sebastian selina seth shane shannon sharon shaun sheila
    shelley sheryl shirley shreya sian siddharth sidney silas simon simone sinead siobhan sonia sophia sophie stacey
    stanley stephanie stephen steve steven stewart stuart sunil sunita susan susanna susannah suzanne sybil sylvia
    tabitha tamara tamsin tania tanya tara tariq terence teresa terri tessa thea thelma theodora theodore theresa
    thomas tiffany tim timothy tina toby todd tom tony tracey tracy trevor tristan tyler una ursula usha valerie
    vanessa vera vernon veronica vicky victoria vijay vikram vincent vivian vivienne walter wanda warren wayne wendy
    wilfred william winifred winston yasmin yusuf yvette yvonne zachary zainab zara zelda zoe
de: achim adelheid adolf agnes albrecht alfons alfred alina alois amalie andreas anett anette angelika anika anja
    anke annalena anneliese annemarie annika antje anton arne arno astrid axel babette barbel bastian beat beate
    benedikt benno bernd bernhard berta bertram bettina bianca birgit birgitta bjorn bodo boris brigitte britta
    bruno burkhard carina carla carolin carsten christa christel christiane christof christoph clemens constanze
    corinna cornelia dagmar daniela detlef diego dieter dietmar dietrich dirk dominik dora doreen dorothea dorothee
    eberhard eckhard edeltraud egon ehrenfried elfriede elias elisabeth elke elmar else emil emilia engelbert enrico
    erhard erich erika ernst erwin evelin ewald fabian felix ferdinand florian flurin franz franzi franziska frauke
    friederike friedhelm friedrich fritz gabi gabriele georg gerda gerhard gerlinde gernot gertrud gesa gian gisela
    gitta gottfried gregor gudrun gunnar gunter gunther gustav hanna hanne hannelore hannes hans harald hartmut
    hauke hedwig heike heiko heiner heinrich heinz helga hella hellmut helmut hendrik henning henrike herbert
    heribert hermann herta hilde hildegard hilke hinnerk holger horst hubert ilka ilona ilse ina ines inga inge
    ingeborg ingo inka irina iris irmgard isolde jana janina jasmin jens joachim jochen johann johanna johannes
    jonas jorg josef juergen juliane julius jurgen jutta kai karin karl karla karlheinz karoline karsten kaspar
    katharina kathrin katja katrin kerstin kilian klara klaus konrad konstantin korbinian kornelia kristin kristina
    kunigunde kurt lars lena leni lennart leonhard leonie leonore liane liesel lieselotte lilli linus lorenz lothar
    lotte luca luise lukas lutz luzia magdalena maike malte manfred manja manuela mara mareike maren margarete
    margit margot maria mariella marina mario marit markus marlene marlies martina mathias mathilde matthias
    mechthild meike meinhard melitta michel mirjam monika moritz nadja nele nicolas niklas nils norbert olaf ole
    olga ortrud oskar oswald otto patrizia philipp pia raimund rainer ralf regina regine regula reinhard reinhold
    renate reto ricarda rolf romy ronja rosemarie rosi rosina rudiger rudolf ruediger ruprecht sabine sabrina sascha
    siegbert siegfried sieglinde siegmund sigrid silke silvia sina sonja stefan stefanie steffen steffi stephan
    susanne sven svenja swantje sybille tabea tanja tatjana thekla theo therese thilo thorben thorsten tilman tilo
    timo tobias torben torsten trudi udo ueli ulf uli ulrich ulrike urs uschi ute uwe valentin valentina veit verena
    veronika viktor viktoria volker volkmar vreni walburga waltraud werner wibke wiebke wilfried wilhelm wilhelmine
    willi winfried wolf wolfgang wolfram xaver yannick zita
fr: adele adeline adrien agathe alain alban albane aldric alexandre alexia alienor aline alix amandine amaury
    ambroise amelie anais andre angelique anouk anselme antoine apolline ariane armand armelle arnaud arsene aude
    augustin aurelie aurelien aurore axelle aymeric baptiste basile bastien benedicte benoit berangere berthe
    bertrand blandine brieuc camille capucine carine carole cecile celestin celine chantal christelle christophe
    clarisse claude claudine clement clementine clotilde coralie corentin cyprien cyril cyrille damien daniele danny
    delphine denis didier dimitri dominique donatien doriane edmond edouard eglantine eliane eliott elodie eloise
    elsa emeline emeric emile emilie emilien emmanuel emmanuelle enzo erwan estelle etienne eugenie eulalie eve
    evelyne fabien fabienne fabrice fanny fantine faustine felicie felicien fernand flavie flavien florent florentin
    francine franck francois francoise frederic frederique gabin gabriel gabrielle gaelle gaetan gaspard gaston
    gauthier gautier genevieve geoffroy georges germaine ghislain ghislaine gilbert gilles ginette gisele gontran
    gregoire guenaelle guilhem guillaume gustave gwenael gwenaelle gwendoline helene heloise henri henriette herve
    hippolyte hortense hugues huguette isaure ismael jacky jacques jeanne jeannine jeremie jocelyne joelle johan
    josette josiane josselin judicael jules julien juliette justine karim karine killian laetitia laure laurent
    laurine lea leandre leon leopold lise lisette loic loick lorene lou louane louison luc luce lucie lucien
    lucienne lucile ludivine ludovic lydie mael maelle maelys magali malika manon marc marcel marceline marcelle
    margaux marguerite marielle marine marius marthe martial martine mathieu mathis matthieu maud maxence maxime
    mehdi melisande micheline mickael mireille mohamed monique morgane myriam nadege nathalie ninon noe noelle
    noemie nolwenn odette odile olivier ophelie orane pascal pascale patrice paule perrine philibert philippe
    philippine pierre pierrick quentin rachid raoul raphael raphaelle raymonde regis remi remy renaud rene renee
    rodolphe rodrigue romain romane romuald rosalie roseline roxane salome sandrine sebastien segolene serge severin
    severine solange solene soline soraya stanislas stephane suzy swann sylvain sylvaine sylvette sylviane sylvie
    tanguy tatiana thais thibaud thibault thibaut thierry tiphaine ulysse ursule valentine valere valery veronique
    violaine virginie viviane xavier yann yasmine yoann yolande yves yvon zacharie
es: abel adela adolfo agustin ainhoa aitana aitor alberto alejandra alejandro alfonso alfredo almudena alonso alvaro
    amaia amalia amparo ana anabel andres angeles antonio araceli arancha ariadna arturo asier asuncion aurelio
    azucena beatriz begona belen benito bernardo blanca borja carlos carlota carmelo carmen catalina cayetana
    cayetano cesar claudio concepcion conchita consuelo cristian cristina cristobal dario delfina dolores domingo
    eduardo eladio elisa eloisa eloy elvira emiliano emilio encarna encarnacion enrique ernesto esteban estefania
    estrella eugenia eugenio eulalia eusebio evaristo fabiola facundo federico felipe felisa fermin fernanda
    fernando fidel francisca francisco gabriela gaspar genoveva gerardo german gerson gines gonzalo graciela
    gregorio guadalupe guillermina guillermo gustavo hector hernan hilario horacio idoia ignacia ignacio ildefonso
    imanol inaki inmaculada iria isidoro isidro itziar ivan jacinta jacinto jaime javier jeronimo jesus jimena
    joaquin joaquina jon jordi jorge jose josefa josefina josep juan juana juanjo juliana julieta julio justo laia
    leandro leire leocadia leonardo leonor leticia lidia lorena lorenzo lourdes lucia luciano luis luisa lupe
    macarena maite manuel marcelino marcelo marcos margarita mariana mariano maribel marisa marisol marta mateo
    matias mauricio maximo melchor mercedes micaela miguel milagros mireia miren monserrat montserrat natalia
    nazaret nerea nestor nicanor noelia nuria octavio ofelia oihane olalla oriol pablo paco paloma pascual paulina
    pedro pepa pepe pilar placido quique rafael rafaela ramiro ramon raquel raul rebeca reinaldo remedios renata
    ricardo rigoberto roberto rocio rodolfo rodrigo rogelio roman rosa rosalia rosario ruben rufino salvador sara
    saturnino sergio silvio sofia soledad susana teodoro teofilo tomas trinidad unai valeria vanesa vicenta vicente
    victor xavi ximena yago yolanda zacarias zaira
it: achille adriana adriano agata agnese agostino alberta aldo alessandra alessandro alessia alessio alfio ambra
    amedeo amerigo angelica angelo angiola annalisa annamaria annarita annunziata antonella antonino arianna armando
    arnaldo assunta attilio augusta aurelia bartolomeo benedetta benedetto beniamino biagio bruna brunella camilla
    carlo carlotta carmela carmine caterina catia cesare chiara cinzia ciro clelia concetta corrado cosimo costanza
    cristiana cristiano damiano daria davide debora dina dino domenica domenico donata donatella donatello donato
    edgardo edoardo egidio eleonora elia elisabetta emanuela emanuele ennio enrica ermanno ester ettore evelina ezio
    fabiana fabiano fabio fabrizia fabrizio fausta fausto federica fedora felice ferdinando ferruccio filiberto
    filippa filippo fiorella fiorenza flaminia flavia flavio fosca francesco franco fulvia fulvio gabriella gaetana
    gaetano gaspare gennaro germano giacinto giacomo giada giampaolo giampiero giancarlo gianfranco gianluca
    gianluigi gianmarco gianna gianni gianpaolo gilda ginevra gino gioacchino giordano giorgia giorgio giovanna
    giovanni girolamo gisella giulia giuliana giuliano giulietta giulio giuseppe giuseppina giusi giusy grazia
    graziana graziano graziella guglielmo guido ida ignazio ilaria ileana immacolata isa italo ivana ivano jacopo
    katia ketty lapo lavinia leone letizia lia licia liliana lino livia livio loredana lorella lorenza loretta luana
    luciana lucilla lucio lucrezia ludovica ludovico luigi luigina maddalena mafalda manlio marcella marcello marco
    margherita mariangela marianna mariarosa marilena marino massimiliano massimo matilde matteo mattia maura
    maurizio mauro melania michela michele milena mimmo mirella mirko nazzareno nello nevio nicoletta nicolo nino
    noemi nunzia nunzio olimpia orazio oreste orietta ornella orsola osvaldo otello ottavia ottavio palmira paola
    paolo pasquale patrizio pier piera pierangelo pierluigi piero pierpaolo pietro pina pino raffaele raffaella
    raimondo remo renato renzo riccardo rinaldo rino rocco romana romano romeo romina romolo rosalba rosanna rosaria
    rossana rossella ruggero sabina salvatore samanta samuele sandro santina saverio sebastiano serena settimio
    severino silvana silvano simona stefania stefano tito tiziana tiziano tommaso tonino ugo umberto valentino
    valerio vilma vincenza vincenzo virgilio vito vittoria vittorio viviana zaccaria zeno
nl: aafke aaltje aart adriaan ageeth alida alwin anneke annelien annelies annelot annemiek annemieke annet ans
    antoinette ard arend arie arjan arjen arnoud auke bart bas bastiaan bauke bea berend bert bertus boudewijn bram
    brecht brechtje bregje carolien cas casper christiaan christien claartje coen cor corine cornelis daan derk
    desiree dick diederik dieuwertje ditte dorien douwe dries eelco eline els elsbeth emiel emmy erik esmee evelien
    evert femke fenna ferry fleur floortje floris fokke francien frans fransje frederiek freek froukje geert geertje
    geertruida gerben gerrit gert gijs greet greetje gustaaf guus hanneke harm harmen harrie heleen helma hendrika
    henk henny herman hessel hetty hidde hilly huib huub imke irma ivo jaap jacco jacoba janine janna janneke jantje
    jarno jasmijn jelle jelmer jeroen jesse jette jip joke jolanda jolien joop joost jop joris josien josine jurjen
    juul karel karlijn kasper katelijne kees klaartje klaas klaasje koen koos laurens leen leendert leontien lian
    lidewij lieke lies liesbeth lieve lieven lisanne loes luuk maaike maarten maartje margriet marieke marije
    marijke marijn marinus marja marjan marjolein marjolijn marloes martijn mathijs matthijs maurits meindert melle
    menno merel micha michiel mieke mien miep mies mirthe myrthe natascha neeltje nicolien niek niels nienke noortje
    onno paulien piet pieter pim pleun quinten quirine reinier reinoud remco rens renske rianne rik rikkert rinske
    robbert roel roelof roos ruud ruurd sander sanne sebastiaan siebe sietske sijbren sjaak sjoerd sjoukje sofie
    stef stijn suzan sybren teun teunis thijs thirza tijmen tijn tineke titia tjalling tjeerd toon trijntje truus
    twan wessel wiebe wietske willem willemijn wilma wim wout wouter wytske yorick zwaantje
pt: abilio acacio adelaide adelino afonso agostinho aguinaldo albertina alcides alda altina alzira amadeu america
    americo anabela anderson andreia andressa angelina anibal anselmo arlete arlindo armindo artur ayrton baltazar
    belmira bernarda branca breno caetano caio camila candida carmo catarina celio celso cicero clarice cleber
    conceicao constanca daiane dalila damiao danilo deolinda dinis diogo dirce domingos duarte edison edite edmilson
    edna edson eduarda eliana elisabete elton elza emanuel ermelinda estela estevao eunice evandro everton fabricio
    felicidade filipa filipe filomena frederico genesio geraldo getulio gilberto gilmar giovana glaucia goncalo
    graca graciete guilherme guilhermina heitor helder helio heloisa henrique hermenegildo herminia higor iara igor
    ilda inacio iolanda isabela isadora isaura ivone jair janaina jandira januario joana joao joaquim josue juliano
    jussara keila lais larissa laurinda licinio ligia lilian lourenco luan lucilia ludmila luiz luiza lurdes
    madalena maiara manoel marcela marcio margarida marilia martim mateus matheus maximiano mayara mercia milton
    murilo natercia nelson neusa neuza nilton noemia norberto nuno odete olavo olinda otavio otilia paulo pietra
    priscila quiteria raimundo raissa renan rogerio romulo ronaldo rosana rosangela roseli rosilda rubens rui ruy
    sebastiao serafim simao soraia suzana taina tais tarcisio teixeirinha telma thiago tiago tome ulisses valdemar
    valdir valentim vanda vasco vinicius vitor vitoria vitorino wagner wanderley wellington wesley yuri zelia
    zulmira
pl: adrianna agnieszka aldona aleksander aleksandra alicja anastazja andrzej aneta antoni antonina apolonia
    arkadiusz augustyn bartłomiej bartosz beata benedykt bernadeta blanka błażej bogdan bogna bogumił bogumiła
    bogusław bogusława bolesław borys bożena bożenna bronisław bronisława cecylia celina cezary czesław czesława
    dagmara danuta dariusz dawid dobrosława dominika dorota edyta eliza elżbieta eryk eugeniusz eustachy ewa ewelina
    felicja felicyta feliks filip franciszek franciszka fryderyk genowefa grażyna grzegorz gustaw halina henryk
    henryka hieronim iga ignacy irena ireneusz irmina iwo iwona izabela izabella izydor jacek jadwiga jagoda jakub
    janusz jarema jarosław jędrzej jerzy jolanta jowita józef józefa julita juliusz justyna kacper kaja kajetan
    kamil kamila karol karolina katarzyna kazimiera kazimierz kinga klaudia klaudiusz klemens konstanty kordian
    kornel krystian krystyna krzysztof ksawery kuba leokadia leszek lilianna łucja lucjan lucyna ludwik ludwika
    łukasz maciej magda maja maksymilian małgorzata malwina marceli marcelina marcin marek mariola mariusz marlena
    martyna maryla marzanna marzena mateusz matylda maurycy michał michalina mieczysław mieczysława mikołaj miłosz
    mirela miron mirosław mirosława natasza nikodem nikola nina oktawia oktawian olgierd oliwia oliwier otylia
    patrycja patryk paweł pelagia piotr przemysław radosław rafał roksana rozalia ryszard ryszarda salomea sergiusz
    seweryn stanisław stanisława sylwester sylwia szczepan szymon tadeusz teodor tobiasz tomasz tymon tymoteusz
    urszula violetta wacław waldemar walenty walentyna wawrzyniec weronika wiesław wiesława wiktor wiktoria wiktorin
    wincenty wioletta witold władysław władysława włodzimierz wojciech xymena zachariasz żaneta zbigniew zdzisław
    zdzisława zenobia zenon ziemowit zofia zuzanna zygmunt zyta
sv: agneta åke albin alma alva anders anneli annelie arvid åsa åse asta barbro bengt berit bernt bertil bibbi birger
    bo bodil boel britt bror carola catharina charlotta christer claes conny disa ebba ebbe edit edvin einar eivor
    elin elis elisabet elof emelie erland felicia folke fredrik freja frida fritiof gerd goran gosta gottfrid gullan
    gunborg gunhild gunilla gunnel gunvor gustaf hakan hasse hedda hedvig helge helmer henrik hillevi hilma hjalmar
    ingalill ingegerd ingela inger ingmar ingvar isak ivar jakob janne jerker jerry jesper joakim jonna jorgen
    josefin josefine kaj kajsa kalle katarina kent kicki kjell klas knut krister kristian kristofer leif lillemor
    linn linnea lisbet lisbeth lotta lotten lova lovisa ludvig maj malin malou mans margareta mari marika marten
    mathilda mats mattias mauritz melker mia mikael mikaela minna moa nanna nellie niclas ola olav olle olof olov
    örjan östen ove owe patrik peder pehr pelle per pernilla petter pontus ragnar ragnhild rebecka reidar rickard
    rikard ronny rosita rune rut sanna seved signe sigurd sigvard siri siv sixten solveig staffan stellan sten stig
    stina sture styrbjorn sune svante svea tage tekla terese teresia thor thore tilda tommy tor torbjorn tord tore
    torun tove tuva tyra ulla ulrica ulrika urban valborg valter vendela vilgot vilhelm villy viveca viveka vivi
    ylva yngve
da: aage abelone åge agnete aksel alberte ane anker annalise annegrethe annelise annemette anni asger benedikte
    benny bente bertel birgitte birthe bitten bjarke bjarne boye brita cæcilie cathrine cecilie christoffer claus
    connie dagny dan ditlev dorte dorthe dorthea ejnar ejvind elna elsebeth erling esben evald evy flemming folmer
    frede frederik frederikke frode gitte gorm grete grethe gunner gurli heine helle herdis herluf ib ingelise janni
    janus jeanette jeannette jeppe jes jimmi johanne jørn jytte kaare kamilla kathrine katrine keld kirstine kjeld
    klavs knud kresten kristine kristoffer lærke lasse laurits laust lene leonora lilly line lis lissi lizzi lone
    lykke mads mai maiken malene malthe margrethe merete meta mette mie mik mikkel mille mogens morten natasja nete
    nicklas nicolai nikolaj nis nynne oluf palle paw pernille poul preben randi rasmus regitze rie rigmor rikke
    selma silje sine søren stine svend svenning terkel theis theodor thorkild thorvald thyra tine trine troels tue
    ulrik ulrikke vagn verner vibe vibeke viggo villads winnie yrsa
no: aina alf alfhild amund anfinn anlaug anniken ansgar arild arnfinn arnhild arnt arve asbjørn asgeir åshild aslak
    aslaug asle åsmund åsne atle audhild audun bergliot bergljot bjørg bjørnar børge borghild borgny brynhild
    brynjulf dagfinn dagrun dordi egil eilert eilif eirik eirin eivind elbjørg eldbjørg eli ellinor embret endre
    erlend espen eyolf eystein fredrikke fride gard gaute geir gjermund gøril gro gry gudmund gunn gunnhild guri
    guro guttorm haakon håkon halfdan hallgeir hallvard halvard halvor håvard hege hildegunn hjørdis hogne idar idun
    ingebjørg ingebrigt ingjerd ingolf ingunn ingvild irmelin iver jannicke jarl jarle jo joar jonny jorid jorun
    jorunn jostein kåre kari karianne karstein ketil kine kirsti kjartan kjellaug kjersti kjerstin kjetil kolbein
    kolbjørn kyrre leikny leiv liv magne magnhild magni magnus målfrid margrete merethe modolf njål odd oddbjørg
    oddbjørn oddgeir oddny oddrun oddvar øivind olaug olea oline ottar oystein øyvind pål ragna rakel reidun roald
    roar runar sigbjørn sigmund signy sigrun sigve simen sindre sissel sivert sjur snorre solbjørg solfrid solrun
    sølvi ståle stein steinar stian svanhild svein sverre sylvi synne synnøve tarald tarjei terje thorleif tiril
    tollef tone tonje toralf torbjørg torfinn torgeir torgrim torgunn torhild toril torill torleif tormod torstein
    torunn torvald trond trude trygve turid unn unni vebjørn vegar vegard vemund venke vetle vidar vigdis vilde
    viljar wenche
tr: abdullah adem adnan ahmet akın alev ali alper altan arda arzu aslı aslıhan asuman atakan atilla ayça ayfer ayhan
    ayla aylin aynur ayse ayşegül ayşen aytaç ayten aziz bahadır banu barış batuhan baturay bedia bedri behçet bekir
    belgin belma beren berk berkay berna berrak berrin beste betül bilal birgül birol birsen buket bulent burak
    burçak burçin burcu burhan buse büşra cafer can canan candan caner cansu cavit celal celil cem cemal cemil
    cemile cemre cengiz cenk ceren cevdet ceyda ceyhun cihan cihat damla davut deniz derin derya didem dilan dilara
    dilek doğan doğukan dursun ebru ece eda edip efe ekin ekrem ela elif emel emin emine emir emrah emre enes engin
    enver ercan erdal erdem erdinç eren ergin ergün erhan erkan erkin erman erol ersin ertan ertuğrul esat esin esma
    esra evrim eylem eylül eyüp ezgi fadime fahri faruk fatih fatma fatoş fehmi feray feraye ferda ferdi ferhan
    ferhat feridun ferit fethi fevzi feyza figen fikret filiz fuat funda furkan füsun galip gamze gizem gökçe gökhan
    göksel görkem gülay gülbahar gülcan gülçin gülden gülhan gülizar güllü gülnur gülşah gülsen gülseren gülsüm
    gülten günay gürkan gürsel güzin habibe hacer hakkı haldun halil halime halit haluk hamdi hamide hamza handan
    hande harun hasan hasret hatice haydar hayri hazal hıdır hilal hülya hüseyin hüsnü idil idris ilayda ilhan ilkay
    ilker ilknur ilyas inci ipek irem irfan işıl ismail ismet jale kaan kadir kadriye kağan kamuran kazım kemal
    kenan kerem kerim kıvanç köksal koray korhan kubilay kübra kürşat lale latif levent leyla lütfi lütfiye mahir
    mahmut makbule mehmet mehtap melahat melek melih meliha melike melis meltem meral merih mert merve mesut mete
    metehan metin mevlüt mine mirac miray mualla muammer mücahit müge muhammed muhammet muharrem muhittin muhsin
    müjde müjgan mukadder mukaddes münevver murat mürüvvet musa müslüm mustafa muzaffer naci naciye nadide nail
    naile nalan namık nazan nazım nazlı nazmi nebahat necati necdet necla nedim nejat neriman nermin neşe neslihan
    nevin nevzat nihal nihan nihat nilay nilgün nilüfer niyazi nuran nuray nurcan nurdan nurgül nuri nuriye nursel
    nurten oğuz oğuzhan okan oktay olcay onur orçun orhan osman öykü ozan özcan özden özer ozge özkan ozlem öznur
    pelin perihan pervin pınar rabia rahmi raif ramazan rasim recep refik remzi reyhan rıdvan rıfat rıza rukiye
    ruşen saadet sabahat şaban sabri sadık şadiye safiye said sakıp salih saliha samet sami savaş şebnem seçil seda
    sedat sedef sefa sefer seher selahattin selami selçuk selen selim selin selman sema semih semiha semra sena
    şenay senem seniha şenol serap seray sercan serdar şeref serenay serhan serhat şerife serkan şermin serpil
    sertaç sevda sevil sevilay sevim şevket şeyda şeyma sezen sezer sezgin sibel sıla simge sinan sinem soner songül
    suat suavi süheyla şükran şükrü şule süleyman sümeyye suna süreyya taha tahir tahsin tamer taner tarık tayfun
    taylan tezcan timur tolga tuba tufan tugay tuğba tuğçe tülay tülin tunç tuncay turgay turgut turhan ufuk uğur
    ülkem ülkü ümit ümmühan umut ünsal utku vahit vedat vehbi veli veysel vildan volkan yağız yağmur yahya yalçın
    yaşar yasemin yasin yavuz yeliz yeşim yeter yiğit yıldıray yılmaz yücel yüksel yunus zafer zehra zekeriya zeki
    zeliha zerrin zeynel zeynep ziya zübeyde zuhal zülal zülfiye
cs: alena aleš alžběta ambrož anastázie andrás anežka antonie antonín apolena arnošt attila balázs bára barbora
    bedřich běla bence blažena bohdan bohdana bohumil bohumila bohumír bohuslav bohuslava břetislav bronislav čeněk
    čestmír csaba dalibor dalimil dana darina denisa dita dobromila drahomír drahomíra drahoslava dušan edita eduard
    eliška erzsébet eszter evžen evženie ferenc františek františka gábor gergely gita györgy hana havel hedvika
    hynek ignác ildikó ilja imre istván iva iveta ivona jáchym jános jarmila jaromír jaroslav jaroslava jindra
    jindřich jindřiška jiří jiřina jitka johana jolana józsef judit katalin kateřina klaudie klement kristýna
    krisztián krisztina kryštof květa květoslav květoslava květuše lada ladislav ladislava lajos lászló lenka leona
    leoš levente libor libuše lidmila ljuba lubomír lubomíra lubor luboš luděk ludvík lumír margita markéta máté
    matěj matouš matyáš maxmilián medard mikuláš milada milan miloň miloš miloslav miloslava miluše miroslav
    miroslava mojmír nataša nela oldřich oldřiška olivie ondřej orsolya ota otakar oto otokar patricie pavel pavla
    pavlína peťo petr přemysl prokop radana radek radim radka radmila radomír radoslav radovan réka rostislav růžena
    sándor šárka saša silvestr silvie slavomír soňa stanislav stanislava stela štěpán štěpánka svatava svatopluk
    svatoslav světla tadeáš tamás taťána tereza terezie tibor tímea vendula věroslav viktorie vilém vítek vítězslav
    vladan vladěna vladimír vladimíra vladislav vlasta vlastimil vlastimila vlastislav vojtěch vratislav xenie
    zbyněk zbyšek zdena zdeněk zdeňka zdislava zikmund žofie zoltán zora zsófia zsolt zsuzsanna zuzana
ro: adelina adina alexandru alin anamaria anastasia anca andra andrada andreea andrei anghel anișoara arina aristide
    aurel aurelian aureliana aurica beniamin bogdana brândușa călin camelia camil cătălin catinca catrinel cezar
    cezara ciprian claudiu constanța constantin constantina corina cornel corneliu cosmin cosmina costel costin
    cristi dacian darius decebal dinu doina domnica dorel dorin dorina dorinel dorotheea dragoș dumitra dumitru
    ecaterina elisabeta emilian eugen eveline flavius floarea florea florentina florica florin florina francisc
    galina gavril georgeta georgiana gheorghe gheorghița gherghina ghiță grațiela grigore haralambie horațiu horia
    iacob ilarion ilie ilinca ioan ioana ion ionel ionela ionuț iordana iosif iulia iulian iuliana iuliu iustin
    iustina larisa laurențiu leontin leontina lică liviu lucian lucreția mădălin mădălina maia marcu maricica marin
    marinela matei mihaela mihai mihail mihnea mirabela mircea miruna mitică mugur mugurel neagu nelu nicolae
    nicoleta niculae niculina nicușor norica oana octav octavia octavian ortansa ovidiu ozana panait paraschiva
    petre petronela petru petruța pompiliu radu raluca rareș răzvan remus rica rodica romulus roxana ruxandra sabin
    sanda sandu saveta serban sergiu sever sidonia silviu simina simion smaranda sorana sorin sorina stan stana
    stelian steliana tănase teodora teodosie teofil tiberiu tinca titus toader toma traian tudor tudora tudorel
    valer valeriu vasile vasilica veta vicențiu victorița vintilă viorel viorela viorica virgil virgiliu vlad
    voichița voicu zaharia zamfir zamfira zenovia
uk: агнія альбіна алевтина алла анастасія анатолій андрій анжела аркадій арсен арсеній артем артемій августина дарія
    дмитро єгор еліна єлизавета емілія євген євгенія фаїна федір феофан ганна ганнуся гаврило геннадій георгій гліб
    гнат григорій христина яків яна ярема ярина ярослав ярослава ігнат ілля інна іраїда юхим юлія юрій ювеналій
    іванна кіра кирило клавдія клим костянтин ксенія леонід леонтій леся лідія лілія любомир любомира любов людмила
    лукаш макар максим марія матвій мелана мелания мелінда михайло микита микола милана надія наталія назар назарій
    неллі неоніла ніка нонна одарка оксана оксен олег олександр олександра олексій олена олесь олеся омелян онисим
    орест орися остап панас пантелеймон параска павло петро пилип поліна раїса римма роксолана руслан руслана семен
    сергій севастян сюзанна софія соломія стефанія святослав світлана тарас тетяна тимофій тодор трохим уляна устим
    устина вадим валерій валерія варвара василь василина вячеслав віктора вікторія віра віта віталій віталіна влада
    владислава володимир всеволод захар жанна зінаїда зиновій зоя зоряна
ru: афанасий агафья айдар айгуль айнур александр алексей aleksey alexei alexey альфия алия алиса алсу anastasiya
    andrey andriy анфиса анжелика arkady artyom асель ася авдотья булат дамир даниил данил данила darya динара
    dmitri дмитрий dmitriy dmitry dmytro ефим ефросинья екатерина эльдар эльмира евдокия evgenia евгений evgeny
    фаниль фарида федор филипп фрол fyodor gennady глафира глеб гордей grigory гульнара гульназ гузель halyna
    харитон яков ибрагим ihor ильдар илья ильяс ильнар ilya инесса иннокентий iryna ислам kateryna кирилл климент
    kostyantyn ksenia larysa лейсан лиана лия лина линара люция liudmyla lyubov lyudmila мадина магомед maksym марат
    марфа maryna матвей mikhail митрофан муслим mykhailo mykola mykyta надежда наиля nataliya natalya наум никита
    николай nikolay нинель нурлан oleh olesya olha пелагея платон прасковья прохор радик рамиль рашид равиль ренат
    ринат родион рустам рустем салават савелий савва серафима сергей sergey serhii serhiy шамиль снежана sofiya
    светлана таисия tatyana тихон тимофей tymofii ulyana vadym valentyn valentyna василий василиса vasily vasyl
    вениамин vitaly владлен volodymyr vyacheslav yana yaroslav yaroslava yegor yelena yevgeny yevhen yevheniia yulia
    yuliia yurii yuriy zakhar зарема зарина zoryana зульфия
el: αφροδίτη αγγελική άγγελος αγλαΐα αγνή αχιλλέας αικατερίνη αιμιλία αλέξανδρος αλίκη ανάργυρος αναστάσιος
    ανδρομάχη ανδρονίκη αντιγόνη αντώνιος αντώνης αποστολία απόστολος αργύρης αργυρώ αρης αριστέα αριστείδης
    aristidis αρτεμις ασημίνα ασπασία αθανασία αθανάσιος αθηνά charalampos christos chrysoula δανάη δέσποινα
    διαμαντής δήμητρα δημήτριος δημήτρης διονυσία διονύσιος διονύσης efi eftychia ειρήνη έκτορας eleftheria
    eleftherios ελένη ελευθερία ελευθέριος ελισάβετ έλλη ελπίδα εμμανουήλ ερατώ εριφύλη ερμιόνη έρση ευαγγελία
    ευάγγελος ευανθία ευδοκία ευφροσύνη ευρυδίκη ευστάθιος ευστρατία ευθυμία ευθύμιος ευθύμης ευτυχία evangelia
    evangelos φαίδων φαίδρα φιλιώ φίλιππος φοίβος φωτεινή fotini φώτιος φώτης φρόσω γαλάτεια γαρυφαλλιά γαβριήλ
    γεώργιος γεράσιμος γιάννης γιολάντα γιώργος γλυκερία γρηγόριος γρηγόρης χαράλαμπος χαρίκλεια χάρης χαρούλα χλόη
    χριστιάνα χριστόφορος χρήστος χρύσα χρυσάνθη χρυσόστομος χρυσούλα ιάκωβος ιάσων ιάσονας ιφιγένεια ηλέκτρα ηλιάνα
    ιωάννα ιωάννης ιουλία ιουλιανή ηρακλής irini ηρώ ισιδώρα ισμήνη καίτη καλλιόπη καλλιρρόη κανέλλα κασσιανή κική
    κλεοπάτρα κωνσταντίνα κωνσταντίνος κοσμάς κώστας κυριακή κυριάκος kyriakos lambros λαμπρινή λάμπρος λάζαρος
    λέανδρος λεμονιά λεωνίδας λευτέρης λουκάς λουκία λυδία μαγδαληνή μαίρη μανόλης μαριάνθη μάριος μάρκος ματίνα
    ματθαίος μελίνα μελπομένη μερόπη michalis μιχάλης μιλτιάδης μηνάς μυρσίνη μυρτώ myrto ναυσικά νεφέλη νεκταρία
    νεκτάριος νικηφόρος νικόλαος νικόλας νικολέτα νίκος οδυσσέας ολυμπία ορέστης ορσαλία ουρανία παναγιώτα
    παναγιώτης πανωραία παντελής παρασκευάς παρασκευή paraskevi παύλος pavlos περικλής πέτρος πηνελόπη πολυξένη πόπη
    προκόπιος προκόπης ραλλού ρέα ρένα ρήγας ρούλα σάββας σέργιος σεβαστή σμαράγδα σοφοκλής σωκράτης σωτηρία σωτήρης
    σπυρίδων σπυριδούλα σπύρος spyros σταματία σταμάτης σταύρος σταυρούλα stavros stavroula στέφανος στέλιος στρατής
    στράτος στυλιανός stylianos τάσος τέτη θάλεια θανάσης θεανώ θέμης θεμιστοκλής θεόδωρος θεοδόσιος θεοδόσης
    θεοφανία θεόφιλος θοδωρής θωμαή τηλέμαχος τιμόθεος τριαντάφυλλος τρύφων τζένη βαγγέλης vangelis βασιλεία
    βασίλειος βασιλική βασίλης βίκυ βιολέτα βύρων ξανθίππη ξένια ξενοφών yannis yiannis yorgos ζαφείρης ζαχαρίας ζωή
ja: aiko akane akari akemi aki akihiko akihiro akiko akio akira asami asuka atsuko atsushi aya ayaka ayako ayumi
    ayumu chie chieko chiharu chika chikako daichi daigo daiki daisuke eiji eiko emi emiko eri etsuko fumiko fumio
    genta hajime hanako haruka haruki haruko haruna haruto hideaki hideki hideko hideo hidetoshi hikari hikaru hina
    hiroaki hirofumi hiroki hiroko hiromi hiroshi hiroto hiroyuki hisako hisashi hitomi hitoshi ichiro ikuko izumi
    jiro jun junichi junko junpei kana kanako kaori kaoru katsuya kayo kayoko kazuhiko kazuhiro kazuki kazuko kazumi
    kazunori kazuo kazuya keiichi keiji keiko keisuke keita kenichi kenji kenta kentaro kiyoshi kohei koichi koji
    kosuke kota kozue kumiko kunio kyoko kyosuke machiko madoka maiko maki makiko makoto mami mamoru manabu mariko
    masahiko masahiro masaki masako masami masanori masao masaru masashi masato masaya masayuki mayu mayuko mayumi
    megumi michiko midori mieko miho mika mikako miki mikiko minako minoru misaki misako mitsuko mitsuo miwa miwako
    miyako miyuki mizuki momoka momoko motoko nami nanako nanami nao naoki naoko naoto naoya narumi natsuki natsuko
    natsumi noboru nobuko nobuo nobuyuki noriaki noriko norio osamu reiko reina rika riko rina rintaro risa ritsuko
    rumi rumiko ryo ryohei ryoko ryoma ryosuke ryota ryuichi ryuji sachie sachiko sadao saki sakiko saori satoko
    satomi satoru satoshi sawako sayaka sayuri seiji seiko setsuko shigeki shigeko shigeru shiho shingo shinichi
    shinji shinobu shintaro shinya shiori shizuka shizuko sho shogo shohei shoko shota shuichi shuji shun shunsuke
    sota sumiko susumu tadashi taichi takaaki takahiro takako takao takashi takayuki takehiro takeo takeru takeshi
    takuma takumi takuro takuya tamami tamiko taro tatsuo tatsuya tetsuo tetsuro tetsuya tomoaki tomohiro tomoka
    tomoko tomomi tomoya tomoyuki toru toshiaki toshiko toshio toshiyuki tsutomu tsuyoshi wakana wataru yasuhiro
    yasuko yasuo yasushi yohei yoichi yoko yoshiaki yoshie yoshihiro yoshiko yoshimi yoshinori yoshio yosuke yui
    yuichi yuji yuka yukari yuki yukie yukiko yukio yuko yuma yumi yumiko yuriko yusuke yuta yutaka yuto yuya yuzuki
zh: baozhen bingbing bowen changming chaoyang chengyu chenxi chunhua chunmei cuiping dandan dawei dongmei enlai
    fangfang feifei fengying guanghui guangming guiying guohua guoqiang guowei haibo haifeng haiyan haoran haoyu
    hongbo hongmei hongwei hongyan huifang huimin jiahao jiajia jialin jiaming jianguo jianhua jianjun jianming
    jianping jiawei jiaxin jiayi jiayu jiayue jingjing jingwen jingyi jinhua jinlong jinmei jinping jintao junfeng
    junjie kaiwen kexin lanfang leilei lihua lijuan lijun lili liling limei linlin liping lixin liying meihua
    meiling meiyu mengjie mengyao minghui mingming mingyu mingzhe nannan ningning peipei pengfei qiang qianqian
    qiaoling qingqing qiuyan qiuyu ronghua ruiqi ruoxi shanshan shaohua shuang shufang shuhua shumin shuyi shuyun
    sijia siqi sitong siyu tianyi tianyu tingting weidong weihong weijie weiming weiwei weixin wenbin wenbo wenhao
    wenhui wenjie wenjing wenjun wenli wenqing xianghua xiaobo xiaodan xiaodong xiaofang xiaofei xiaofeng xiaohong
    xiaohua xiaohui xiaojie xiaojing xiaojun xiaolan xiaoli xiaoling xiaolong xiaomei xiaoming xiaoping xiaoqing
    xiaowei xiaowen xiaoxia xiaoyan xiaoyu xinyi xinyu xinyue xiuli xiuying xuefei xuemei xueqin yafei yajing yalan
    yanhong yanling yanni yanping yanyan yawen yifan yifei yihan yijun yiming yinghui yingjie yingying yiwen yixin
    yongjun yongqiang yuanyuan yuchen yuhan yuhang yujie yulan yuling yumei yunfei yunxi yutong yuxi yuxin zehua
    zhaohui zhengyu zhenhua zhenyu zhihao zhiming zhiqiang zhiwei zhiyong zhiyuan zhongwei zihan zimo ziqi zixin
    zixuan ziyi
fi: aino aleksi antti ari arja arto eero eeva eija emmi eveliina hannele hannu harri heikki heli henna ilkka irja
    jaakko jari jarmo joni jorma jouko jouni juha juhani juho jukka jussi kaija kaisa kalevi kati katri keijo kimmo
    kirsi kyllikki lauri leena liisa maarit maija marjatta marjo markku marko matti mauno merja mikko mirja mirva
    niina noora olavi olli outi paivi pasi pekka pentti petri pirjo pirkko raija raimo reijo riikka riitta risto
    saara sari satu seija seppo sini sinikka sirkka sirpa sisko tapani tapio tarja tarmo teemu teija terhi tero
    tiina tommi toomas tuija tuomas tuula veikko vesa ville virpi
"""


@cache
def _known() -> frozenset[str]:
    return frozenset(squeezed(word) for word in _NAMES.split() if not word.endswith(":"))


def is_given(word: str) -> bool:
    """Whether a word, or the first half of Anne-Marie, is a given name that many bear."""
    return squeezed(word.split("-", maxsplit=1)[0]) in _known()
