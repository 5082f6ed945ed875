"""watcher.facts over nineteen languages: what short mails say of company and role, and what is left out.

A row is: display name <address> | subject | text | company | role. An empty company or role has to be left out.
In the text, a slash between spaces is a line break.
"""

from __future__ import annotations

import pytest

from tests.letters import received
from watcher.facts import gather

TABLE = """
# English
Helmwerk Careers <no-reply@helmwerk.example> | Your application to Helmwerk | Thank you for applying for the Data Engineer position. We decided to move on with others. / / Helmwerk Talent Team | Helmwerk | Data Engineer
Blue Harbor <no-reply@mail.atsone.example> | Thank you from Blue Harbor | Thank you for your interest in Blue Harbor and for applying to be a Support Engineer. Unfortunately we will not go on. | Blue Harbor | Support Engineer
Julia from Acme <reply+7@acme.crewloom-mail.example> | Your application for Payroll Specialist at Acme | Thank you for your application. We chose somebody else. / / Best, / Julia | Acme | Payroll Specialist
Oakhurst & Finch <jobs@oakhurst-finch.example> | Your application [GR/2027] | Thank you for your application for the role of Trainee Solicitor at Oakhurst & Finch. I regret that it was unsuccessful. | Oakhurst & Finch | Trainee Solicitor
Rowan Pike <rowan@lumen.example> | Night Manager - outcome | We have filled the Night Manager position with another applicant. / / Kind regards, / Rowan Pike / Lumen Hotels | Lumen Hotels | Night Manager
Recruiting <jobs@brightmoor.example> | Interview on Monday | We will not go forward after the interview on Monday. | |
monday talent <talent@monday.example> | Your application | We will not be moving forward with your application on Monday. | |
Sam Reed <sam.reed@gmail.com> | Your application | We went with someone else. Thank you for your interest in our company. / / Sam | |
Peak Search <jo@peaksearch.example> | Your application | Our client has decided to go with another candidate for the Finance Manager role. / / Jo Lane / Peak Search | | Finance Manager
Jobfinder <alerts@indeed.com> | Your application | Unfortunately, the employer has moved to the next step with others. | |
lumeko <hello@lumeko.example> | Your application at lumeko | Thanks for applying for the Product Designer role at lumeko. It is a no this time. | lumeko | Product Designer
Hiring Team <hiring@quillon.example> | Quillon - Site Reliability Engineer II | Thank you for interviewing for the Site Reliability Engineer II role at Quillon. We chose another. | Quillon | Site Reliability Engineer II
HR <hr@tamarisk.example> | Application 4711 | The position has been filled. Thank you for your interest in this role. | |
Careers <careers@fenwick.example> | Update: Head of Data & Insights (REQ-20418) | Thank you for applying for Head of Data & Insights (REQ-20418) at Fenwick. You were not selected. | Fenwick | Head of Data & Insights
Larkfield Group Recruiting <x@larkfield.example> | Your application | We are looking for a better match for the right position. Thank you. / / Larkfield Group | Larkfield Group |
Workday <helmwerk@myworkday.com> | Helmwerk: your application | Thank you for applying to Helmwerk. We have decided to pursue other candidates for R-12345 Senior Accountant. | Helmwerk |
Kestrel <people@kestrel.example> | Re: Barista | Hi Alex, / / we gave the barista job to somebody else. Sorry! / / Kestrel | Kestrel | Barista
SkillBridge on behalf of Larchmont Therapeutics <no-reply@skillbridge.example> | Your candidacy | Thank you for your interest in Larchmont Therapeutics. We will not proceed with the position of Principal Statistician. | Larchmont Therapeutics | Principal Statistician
Mill & Co <mill@mill-co.example> | Your application - Cook | Thank you for your letter. The post has gone to someone else. / / Mill & Co | Mill & Co | Cook
St Brannoc's Hospital <workforce@jobs-ats.example> | Ward Clerk | Job title: Ward Clerk. You have not been shortlisted. / / Yours sincerely, / Recruitment Services / St Brannoc's Hospital | St Brannoc's Hospital | Ward Clerk
Tom Avery <tom.avery@kestrelsearch.example> | Pellmont - feedback | our client Pellmont will not invite you for the Head of Data position. / / Tom Avery / Kestrel Search | Pellmont | Head of Data
Liam O'Shea <liam.oshea@gullwing-talent.example> | Hi | The hiring manager has gone with somebody else for the Data Architect role. / / Liam O'Shea / Gullwing Talent | | Data Architect
Sarah Jones <sarah.jones@brightpeoplesearch.example> | Feedback | My client Sarah Lowe has decided to go with somebody else. / / Sarah Jones | |
Larkfield Recruiting <no-reply@us.greenstem-mail.example> | Your application to Larkfield | Thank you for applying for the Senior Backend Engineer, Payments role at Larkfield. We chose others. | Larkfield | Senior Backend Engineer, Payments
Brackwater Careers <donotreply@myworkbench.example> | Your application for R-104482 Analyst, Treasury Operations | Thank you for your interest in Brackwater and for your application to the position of R-104482 Analyst, Treasury Operations. We chose others. | Brackwater | Analyst, Treasury Operations
Thornbury Freight Talent <no-reply@hire.recruitbay.example> | Your application for Transport Planner - Nights | Thanks for your application to the Transport Planner - Nights role here at Thornbury Freight. It is a no. | Thornbury Freight | Transport Planner - Nights
Maya Feldman <maya@sproutly.example> | Re: Founding Engineer at Sproutly | we are not going to make you an offer. / / Maya | Sproutly | Founding Engineer
Priya Nair <priya@okapi-labs.example> | Re: product designer role | we are going with another designer. / / Priya / Co-founder, Okapi Labs | Okapi Labs | product designer
Tom Baker <tom.baker@gmail.com> | Re: Saturday | I gave the Saturday job to my niece. / / Tom | |
Anna Keller <anna.keller@gmail.com> | Message from the Hiring Manager | we went another way in the end. / / Anna | |
Jens Baker <jens.baker@outlook.com> | Baker family | We chose another nanny. / / Jens Baker | |
HR Hamburg <hr@nordwerke.example> | Your application in Hamburg | We went another way in Hamburg. / / HR Hamburg | |
Elmford Bank <reply+91c2@mail.greenstem-mail.example> | Your application | Thank you for your interest in the Credit Analyst role. We chose others. / / Kind regards, / Nora Field / Elmford Bank | Elmford Bank | Credit Analyst
Alderby High School <office@alderby.example> | Your application | We shall not take your application for Site Manager further. / / Yours sincerely, / Alderby High School | Alderby High School | Site Manager
Brimscombe <no-reply@hire.leverly-mail.example> | Thank you for your application to Brimscombe | Thank you for letting us consider you for Customer Support Lead at Brimscombe. We will not proceed. | Brimscombe | Customer Support Lead
Brimscombe <no-reply@hire.leverly-mail.example> | Thank you for your application to Brimscombe | We hope to consider you for future openings at Brimscombe. This time we chose others. | Brimscombe |
# German
Sparkasse Wiesental Karriere <keine-antwort@karriere-wiesental.example> | Ihre Bewerbung | vielen Dank für das Vertrauen, das Sie der Sparkasse Wiesental entgegenbringen. Leider müssen wir absagen. / / Freundliche Grüße / Sparkasse Wiesental / Personalabteilung | Sparkasse Wiesental |
Jana Thiel <thiel@thielkontakt.example> | Rückmeldung Einkäufer | ich habe heute die Rückmeldung vom Auftraggeber zur Position Einkäufer bekommen: leider eine Absage. / / Viele Grüße / Jana Thiel / Thielkontakt Personalvermittlung GmbH | | Einkäufer
Helmwerk Recruiting <helmwerk@bewerbwerk-mail.example> | Deine Bewerbung bei Helmwerk | vielen Dank für deine Bewerbung als Data Engineer bei Helmwerk. Leider haben wir uns anders entschieden. | Helmwerk | Data Engineer
Löhmann, Birgit <birgit.loehmann@stadt-ahrenfeld.example> | Ihre Bewerbung - Sachbearbeitung Fördermittel (Kennziffer 2026-117) | vielen Dank für Ihre Bewerbung auf die Stelle "Sachbearbeitung Fördermittel" bei der Stadt Ahrenfeld. Leider müssen wir Ihnen absagen. | Stadt Ahrenfeld | Sachbearbeitung Fördermittel
Personalabteilung <personal@nordlicht.example> | Ihre Bewerbung als Krankenpfleger (m/w/d) | vielen Dank für Ihre Bewerbung als Krankenpfleger (m/w/d). Leider müssen wir absagen. / / Mit freundlichen Grüßen / Nordlicht Klinik GmbH | Nordlicht Klinik GmbH | Krankenpfleger
Jan Roth <jan.roth@gmail.com> | AW: Bewerbung | wir haben uns für jemand anderen entschieden. Alles Gute! / / Jan | |
Universität Lindach <personal@uni-lindach.example> | Ihre Bewerbung | Ihre Bewerbung auf die Stelle als wissenschaftliche Mitarbeiterin wurde leider nicht berücksichtigt. / / Universität Lindach | Universität Lindach | wissenschaftliche Mitarbeiterin
Rheinfeld Chemie <bewerbung@rheinfeld-chemie.example> | Ihre Bewerbung bei Rheinfeld Chemie (31877) | danke für Ihre Bewerbung als Chemielaborant (Referenznummer 31877) bei Rheinfeld Chemie. Wir müssen Ihnen leider absagen. | Rheinfeld Chemie | Chemielaborant
Karriere Solarmacher <jobs@solarmacher.example> | Deine Bewerbung: Projektleiter:in Photovoltaik | leider hat es nicht geklappt. / / Dein Solarmacher-Team | Solarmacher | Projektleiter:in Photovoltaik
Zeitwerk Personal <info@zeitwerk.example> | Ihre Bewerbung | unser Kunde hat sich für einen anderen Bewerber entschieden. / / Zeitwerk Personal | |
Bewerbung <bewerbung@moebelhaus-kroeger.example> | Ihre Bewerbung als Möbelmonteur bei Möbelhaus Kröger | wir stellen Sie leider nicht ein. | Möbelhaus Kröger | Möbelmonteur
HR <hr@bahnwerk.example> | Ihre Bewerbung bei der Deutschen Bahnwerk | vielen Dank für Ihre Bewerbung bei der Deutschen Bahnwerk. Leider müssen wir absagen. | |
Klinikum Elmstadt Karriere <keine-antwort@eu.successline.example> | Ihre Bewerbung | wir danken für Ihr Interesse am Klinikum Elmstadt. Leider können wir Ihnen nicht zusagen. / / Ihr Recruiting-Team / Klinikum Elmstadt | Klinikum Elmstadt |
Stadt Rosenfeld - Personalamt <bewerbung@stadt-rosenfeld.example> | Ihre Bewerbung | für Ihre Bewerbung auf die von uns ausgeschriebene Stelle / / Sachbearbeitung Bauverwaltung (Kennziffer 32/2026) / / danken wir Ihnen. Die Wahl ist nicht auf Sie gefallen. | Stadt Rosenfeld | Sachbearbeitung Bauverwaltung
Sabine Voss <s.voss@rhenania-personal.example> | Rückmeldung | unser Kunde, die Firma Dornbach Armaturen, hat sich hinsichtlich der Position Einkäufer leider gegen Sie entschieden. / / Sabine Voss / Rhenania Personal GmbH | Dornbach Armaturen | Einkäufer
Peter Klinik <peter.klinik@gmail.com> | Re: Anfrage | leider nein. / / Peter Klinik | |
# French
Camille Rousseau <camille.rousseau@atelier-brumaire.example> | Votre candidature - Graphiste à l'Atelier Brumaire | merci pour votre candidature au poste de Graphiste au sein de l'Atelier Brumaire. Elle n'a pas été retenue. | Atelier Brumaire | Graphiste
Recrutement Valmoré <recrutement@valmore.example> | Votre candidature au poste de comptable fournisseurs | nous avons bien reçu votre candidature au poste de comptable fournisseurs. Nous ne pouvons y donner suite. | Valmoré | comptable fournisseurs
DRH <drh@ch-valombre.example> | Votre candidature au Centre hospitalier de Valombre | votre candidature au poste d'Infirmier de nuit n'a pas été retenue. / / Centre hospitalier de Valombre | Centre hospitalier de Valombre | Infirmier de nuit
Maëlle de chez Poivre & Plume <maelle@poivreplume.example> | Ta candidature chez Poivre & Plume | on a choisi quelqu'un d'autre pour le poste de vendeuse. | Poivre & Plume | vendeuse
Service RH <rh@orvane.example> | Chef de projet déploiement (réf. 20447) | vous avez postulé au poste de Chef de projet déploiement au sein de notre direction. Nous avons le regret de ne pas retenir votre candidature. / / Orvane | Orvane | Chef de projet déploiement
Luc Petit <luc.petit@gmail.com> | Re: candidature | La place est prise depuis lundi, désolé. | |
Cabinet Rivet <contact@rivet.example> | Votre candidature | notre client a retenu un autre profil. | |
Carrières <carrieres@nordivoie.example> | Merci d'avoir postulé chez Nordivoie | merci d'avoir postulé chez Nordivoie. Votre candidature n'a pas été retenue pour le poste de Technicien en signalisation H/F. | Nordivoie | Technicien en signalisation
Lasalle Conseil <no-reply@candidats.example> | Lasalle Conseil : votre candidature | Merci de votre intérêt pour Lasalle Conseil. Nous ne donnerons pas suite pour le poste de Consultant data junior. / / L'équipe Recrutement de Lasalle Conseil | Lasalle Conseil | Consultant data junior
Hugo de chez Lumio <recrutement@lumio.example> | Ta candidature | Nous poursuivons avec d'autres profils. / / Hugo | Lumio |
# Spanish
Begoña Ibáñez <begona.ibanez@talleres-urbion.example> | Proceso de selección - Técnico de Mantenimiento | le agradecemos su interés en formar parte de Talleres Urbión y la entrevista para el puesto de Técnico de Mantenimiento. Lamentablemente no ha sido seleccionado. | Talleres Urbión | Técnico de Mantenimiento
Selección Faro Digital <seleccion@farodigital.example> | Tu candidatura en Faro Digital | gracias por tu interés en la vacante de Analista de Datos. Hemos decidido continuar con otros candidatos. / / Faro Digital | Faro Digital | Analista de Datos
RRHH <rrhh@alcor.example> | Tu candidatura | tu candidatura al puesto de camarera no ha sido seleccionada. / / Un saludo, / Supermercados Alcor | Supermercados Alcor | camarera
Empleo <empleo@plataforma-ats.example> | Tu postulación: Modelista | tu postulación no continúa en el proceso. | | Modelista
Ana <ana.ruiz@gmail.com> | Re: trabajo | al final hemos cogido a otra persona. Suerte. | |
Talento <talento@meridional.example> | Gracias por tu interés en Grupo Meridional | no seguiremos con tu candidatura para Jefe de Almacén. / / Grupo Meridional | Grupo Meridional | Jefe de Almacén
Marta Ordóñez <m.ordonez@talentoriza.example> | Proceso Técnico de Mantenimiento | Te escribo sobre el proceso de Técnico de Mantenimiento. La empresa cliente ha descartado tu candidatura. / / Marta Ordóñez / Talentoriza ETT | | Técnico de Mantenimiento
# Italian
Chiara Benedetti <chiara.benedetti@officine-valdarco.example> | Esito del colloquio - Progettista Meccanico | grazie per la candidatura alla posizione di Progettista Meccanico presso Officine Valdarco. Purtroppo abbiamo scelto un altro candidato. | Officine Valdarco | Progettista Meccanico
Risorse Umane Valbrenta <hr@valbrenta.example> | La Sua candidatura | la ringraziamo per la candidatura al ruolo di addetto alla contabilità. Abbiamo deciso di non dare seguito. / / Valbrenta S.p.A. | Valbrenta | addetto alla contabilità
People Team Lumbra <people@lumbra.example> | la tua candidatura come Customer Success Specialist | questa volta dobbiamo salutarci qui. / / Il team Lumbra | Lumbra | Customer Success Specialist
Selezione <selezione@portale-ats.example> | Esito candidatura | la tua candidatura per la posizione di Magazziniere non è stata selezionata. | | Magazziniere
Forno Quaglia <lavoro@fornoquaglia.example> | Re: Panettiere | purtroppo non possiamo assumerla. / / Forno Quaglia | Forno Quaglia | Panettiere
# Dutch
Sanne de Wit <sanne.dewit@polderlicht.example> | Je sollicitatie naar de functie van Technisch Tekenaar bij Polderlicht | Bedankt voor je sollicitatie naar de functie van Technisch Tekenaar bij Polderlicht. Helaas gaan we niet met je verder. | Polderlicht | Technisch Tekenaar
HR Lumeo <noreply@lumeo-jobs.example> | Je sollicitatie bij Lumeo | Op de vacature Customer Success Medewerker kwamen veel reacties. Helaas ben jij er niet bij. | Lumeo | Customer Success Medewerker
Werving <werving@dongen.example> | Uw sollicitatie als internationaal chauffeur | Hartelijk dank voor uw sollicitatie naar de functie van internationaal chauffeur. Wij gaan niet met u verder. / / Van Dongen Transport | Van Dongen Transport | internationaal chauffeur
Gemeente Waterhuizen <hr@waterhuizen.example> | Vacature beleidsadviseur mobiliteit | De vacature van beleidsadviseur mobiliteit is vervuld. / / Gemeente Waterhuizen | Gemeente Waterhuizen | beleidsadviseur mobiliteit
Kim <kim.bos@gmail.com> | Re: sollicitatie | We hebben voor iemand anders gekozen. | |
Delta Instrumenten <noreply@myworkbench.example> | Je sollicitatie | Bedankt voor het gesprek bij Delta Instrumenten. Helaas. / / Recruitment Delta Instrumenten | Delta Instrumenten |
Daan Mulder <d.mulder@zuiderstaf.example> | Reactie | Onze opdrachtgever Vlietstra Bouw heeft voor de functie van Werkvoorbereider een andere kandidaat gekozen. / / Daan Mulder / Zuiderstaf | Vlietstra Bouw | Werkvoorbereider
# Portuguese
João Conceição <joao.conceicao@vinhas-do-sado.example> | Re: Candidatura - Enólogo Assistente | Obrigado pelo interesse na vaga de Enólogo Assistente e por ter vindo conhecer as Vinhas do Sado. Infelizmente não vamos avançar. | Vinhas do Sado | Enólogo Assistente
Recrutamento Nortecasa <recrutamento@nortecasa.example> | Candidatura - Operador de Loja (m/f) | Agradecemos a sua candidatura à função de Operador de Loja. Não avançaremos. / / Nortecasa | Nortecasa | Operador de Loja
Gente e Gestão <rh@lumiar.example> | Processo seletivo | Infelizmente optamos por outros candidatos para a vaga de auxiliar de produção. / / Lumiar Alimentos | Lumiar Alimentos | auxiliar de produção
Vaga <vagas@plataforma-ats.example> | Sua candidatura | Você não foi selecionado. | |
Brisa Digital <talent@brisadigital.example> | A tua candidatura a Front-end Developer | decidimos não avançar com a tua candidatura à Brisa Digital. | Brisa Digital | Front-end Developer
# Polish
Agnieszka Wiśniewska <agnieszka.wisniewska@jantar-logistyka.example> | Państwa aplikacja: Spedytor Międzynarodowy | dziękujemy za zainteresowanie ofertą pracy na stanowisko Spedytor Międzynarodowy w firmie Jantar Logistyka. Niestety zatrudnimy inną osobę. | Jantar Logistyka | Spedytor Międzynarodowy
Rekrutacja Domar-Bud <rekrutacja@domarbud.example> | Twoja aplikacja na stanowisko Kosztorysant | dziękujemy za aplikację na stanowisko Kosztorysant. Niestety wybraliśmy inne osoby. / / Z poważaniem / Domar-Bud | Domar-Bud | Kosztorysant
Kadry <kadry@portal-ats.example> | Aplikacja w Jantarze | dziękujemy za aplikację w Jantarze. Niestety wybraliśmy inne osoby. | |
HR <hr@hexalink.example> | Rekrutacja na stanowisko Inżynier Sieci | dziękujemy za udział w rekrutacji na stanowisko Inżyniera Sieci. Niestety nie będziemy kontynuować. / / Hexalink | Hexalink | Inżynier Sieci
HR <hr@kormet.example> | Odpowiedź | niestety nie zatrudnimy Pana na stanowisku kierownika magazynu. / / Kormet | Kormet |
Rekrutacja Novagrain <praca@novagrain.example> | Specjalista ds. eksportu | rekrutacja na stanowisko Specjalista ds. eksportu została anulowana. | Novagrain | Specjalista ds. eksportu
Urząd Gminy Borki <sekretariat@gmina-borki.example> | Nabór na stanowisko ds. podatków | w wyniku naboru na stanowisko ds. podatków nie został Pan wybrany. / / Urząd Gminy Borki | Urząd Gminy Borki |
# Swedish
Nordhamn Logistik Rekrytering <jobb@nordhamnlogistik.example> | Din ansökan till Lagermedarbetare | Tack för din ansökan till tjänsten som lagermedarbetare hos oss på Nordhamn Logistik. Vi har tyvärr valt andra. | Nordhamn Logistik | lagermedarbetare
Kandidatus på uppdrag av Brunnsholm Energi <no-reply@kandidatus-ats.example> | Uppdatering om din ansökan - Elnätsingenjör (ref 20418) | Tack för att du visat intresse för rollen som elnätsingenjör hos Brunnsholm Energi. Du har tyvärr inte gått vidare. | Brunnsholm Energi | elnätsingenjör
Maria Ståhl <maria.stahl@vikenbygg.example> | Din ansökan | Tjänsten gick tyvärr till en annan kandidat. / / Hälsningar / Maria Ståhl / Viken Bygg | Viken Bygg |
Rekrytering <jobb@almgarden.example> | Rollen som undersköterska | Rollen som undersköterska hos oss på Almgården är nu tillsatt, tyvärr. | Almgården | undersköterska
Erik <erik.lind@gmail.com> | Sv: jobbet | Tyvärr, jag har redan hittat någon annan. | |
# Danish
HR Nordlys Teknik <job@nordlysteknik.example> | Din ansøgning som servicetekniker | Tak for din ansøgning til stillingen som servicetekniker hos Nordlys Teknik. Vi har desværre valgt en anden. | Nordlys Teknik | servicetekniker
Bredal Revision <noreply@bredalrevision.example> | Afslag på ansøgning - Revisorassistent (ref. 20417) | Du har søgt stillingen som revisorassistent. Stillingen er desværre gået til anden side. / / Bredal Revision | Bredal Revision | revisorassistent
Rekruttering <job@sundbylogistik.example> | Din ansøgning | Vi har desværre valgt en anden til stillingen hos Sundby Logistik. | Sundby Logistik |
Mette <mette.krog@gmail.com> | SV: job | Vi har desværre fundet en anden. Held og lykke. | |
Alpinbank <rekruttering@alpinbank.example> | Tak for din ansøgning - Compliance Officer | Du er desværre ikke blandt dem, vi går videre med til stillingen som Compliance Officer. | Alpinbank | Compliance Officer
# Norwegian
Fjord Montasje <jobb@fjordmontasje.example> | Din søknad på stillingen som montør | Takk for at du søkte på stillingen som montør hos Fjord Montasje. Vi må dessverre meddele at vi går videre med andre. | Fjord Montasje | montør
HR-avdelingen <hr@polarsjomat.example> | Svar på søknad - kvalitetsleder | Vi viser til din søknad på stillingen som kvalitetsleder ved vårt anlegg. Stillingen er dessverre tilbudt en annen. / / Polar Sjømat | Polar Sjømat | kvalitetsleder
Talentbase <noreply@talentbase.example> | Din søknad til Regnskapsfører hos Tallverket AS | Du ble dessverre ikke valgt. Takk for at du søkte hos Tallverket AS. | Tallverket AS | Regnskapsfører
Kari <kari.ness@gmail.com> | Sv: Deltidsjobb | Dessverre ble det ikke deg denne gangen. Lykke til! | |
Ingrid Aasen <ingrid@klippfisk.example> | Spilldesigner | vi har valgt å gi jobben som spilldesigner til en annen. / / Ingrid Aasen / Klippfisk Studio | Klippfisk Studio | spilldesigner
# Turkish
Kuzeyhan Lojistik İnsan Kaynakları <ik@kuzeyhanlojistik.example> | Depo Sorumlusu başvurunuz hakkında | Depo Sorumlusu pozisyonumuza gösterdiğiniz ilgi için teşekkür ederiz. Başvurunuz olumlu sonuçlanmadı. | Kuzeyhan Lojistik | Depo Sorumlusu
Mavikent Kariyer <kariyer@mavikent.example> | Başvurunuz | Mavikent'te Frontend Geliştirici pozisyonuna başvurduğunuz için teşekkürler. Maalesef başka adaylarla devam edeceğiz. | Mavikent | Frontend Geliştirici
Talya Gıda <noreply@talyagida.example> | Talya Gıda - Başvurunuz | Üretim Planlama Uzmanı pozisyonu için başvurunuz maalesef olumlu değerlendirilmemiştir. | Talya Gıda | Üretim Planlama Uzmanı
İK <ik@portal-ats.example> | Başvurunuz | Maalesef başvurunuzu olumlu değerlendiremedik. Bu pozisyon kapandı. | |
Anadolu Çelik Boru İK <ik@anadolucelikboru.example> | Vardiya Amiri başvurunuz | Vardiya Amiri pozisyonu için başvurunuz değerlendirildi, maalesef olumsuz. | Anadolu Çelik Boru | Vardiya Amiri
Elif Karaca <reply+tr7d90ac41e2@smarthire.example> | Başvurunuz | Yeldeğirmeni Enerji bünyesindeki Finans Uzmanı pozisyonuna gösterdiğiniz ilgi için teşekkür ederiz. Ne yazık ki olmadı. / / Elif Karaca / Yeldeğirmeni Enerji | Yeldeğirmeni Enerji | Finans Uzmanı
Özel Defne Hastanesi <noreply@kariyerportali.example> | Hemşire başvurunuz | Özel Defne Hastanesi Hemşire pozisyonuna ilginize teşekkür ederiz. Olumlu dönüş yapamıyoruz. / / Özel Defne Hastanesi | Özel Defne Hastanesi | Hemşire
# Czech
Strojmont <kariera@strojmont.example> | Výběrové řízení - konstruktér | děkujeme za Váš zájem o pozici konstruktéra ve společnosti Strojmont. Bohužel jste nebyl vybrán. | Strojmont | konstruktér
Nábor <nabor@lumara.example> | Vaše žádost o pozici Vedoucí prodejny | děkujeme za zájem o pozici Vedoucí prodejny ve společnosti Lumara Retail. Bohužel jsme dali přednost jiným. | Lumara Retail | Vedoucí prodejny
HR <hr@hiredesk-ats.example> | Aktualizace | děkujeme za zájem o práci v Helmwerku. Bohužel jsme vybrali jiného. Práce v Helmwerku bude. | |
Kariéra TransBohemia <kariera@transbohemia.example> | Děkujeme za zájem | děkujeme za účast ve výběrovém řízení na pozici Dispečer dopravy. Bohužel jsme se rozhodli nepokračovat. | TransBohemia | Dispečer dopravy
Jana <jana.mala@gmail.com> | Re: práce | bohužel už místo nemáme. Hezký den | |
Tereza Malá (Kovárna Digital) <kovarna-kariera+r1209.f3d@m.personalia.example> | Výběrové řízení | děkujeme za Váš zájem. Bohužel jsme se rozhodli pokračovat s jinými uchazeči. / / S pozdravem / Tereza Malá / Kovárna Digital | Kovárna Digital |
# Romanian
Departament Resurse Umane <hr@carpatlogistic.example> | Candidatura ta pentru postul de Operator depozit | Vă mulțumim pentru interesul acordat companiei Carpat Logistic. Din păcate, nu continuăm cu candidatura pentru postul de Operator depozit. | Carpat Logistic | Operator depozit
Ioana Grigorescu <ioana.grigorescu@novabit.example> | Aplicația ta | Îți mulțumim că ai aplicat pentru rolul de Junior Java Developer la NovaBit. Din păcate am ales pe altcineva. | NovaBit | Junior Java Developer
TalentFlow on behalf of Delta Foods <no-reply@talentflow.example> | Aplicarea ta la Delta Foods | Din păcate nu ai fost selectată pentru a merge mai departe. | Delta Foods |
Radu <radu.pop@gmail.com> | Re: job | Din păcate am găsit pe altcineva. Drum bun! | |
# Ukrainian
Вектор Логістик <hr@vektor-logistyk.example> | Ваш відгук на вакансію «Логіст» | Дякуємо за відгук на вакансію «Логіст» у компанії «Вектор Логістик». На жаль, ми обрали іншу людину. | Вектор Логістик | Логіст
Рекрутинг <jobs@softlane.example> | Junior QA Engineer | Дякуємо, що відгукнулися на вакансію Junior QA Engineer у компанії Softlane. На жаль, цього разу ні. | Softlane | Junior QA Engineer
HR <hr@portal-ats.example> | Відповідь | На жаль, посаду менеджера з продажу вже закрито. Дякуємо, що обрали роботу в Хлібодарі. | |
Оксана <oksana.lys@gmail.com> | Re: робота | На жаль, ми вже знайшли людину. | |
Рекрутинг Хмарка <khmarka@mail.recrutia.example> | Ваш відгук | Дякуємо за відгук на вакансію Спеціаліст з підтримки в компанії Хмарка. На жаль, ми обрали інших. | Хмарка | Спеціаліст з підтримки
# Russian
Ольга Смирнова <o.smirnova@severny-mayak.example> | Ваш отклик: Аналитик данных | Благодарим Вас за интерес к вакансии "Аналитик данных" в компании "Северный Маяк". К сожалению, мы вынуждены Вам отказать. | Северный Маяк | Аналитик данных
Рекрутинг Линкора <recruiting@linkora.example> | Вакансия Java-разработчик | Спасибо за отклик на вакансию Java-разработчика. К сожалению, мы выбрали другого кандидата. | Линкора | Java-разработчик
HR <hr@portal-ats.example> | Ответ | К сожалению, место водителя погрузчика в Грузовороте уже занято. Спасибо за интерес к Грузовороту. | |
Команда найма «Грузоворот» <people@gruzovorot.example> | Спасибо за отклик | К сожалению, на вакансию логиста мы взяли другого. | Грузоворот |
Иван <ivan.petrov@mail.ru> | Re: работа | К сожалению, уже взяли другого человека. | |
Дарья Мельникова <darya.melnikova.51902@mail.recrutia.example> | Отклик на вакансию Менеджер по закупкам | Спасибо за отклик на вакансию Менеджер по закупкам в компании Сосновый Бор. К сожалению, мы выбрали других. / / Дарья Мельникова / рекрутер, Сосновый Бор | Сосновый Бор | Менеджер по закупкам
# Japanese
株式会社みなとロジ 採用担当 <recruit@minatologi.example> | 選考結果のご連絡 | 高橋様 / / この度は株式会社みなとロジの事務職にご応募いただき、誠にありがとうございました。誠に残念ながら、今回は採用を見送らせていただきます。 | 株式会社みなとロジ | 事務職
佐藤 美咲 <misaki.sato@aozora-seiki.example> | 選考結果のご連絡（株式会社青空精機） | 株式会社青空精機 人事部の佐藤です。 / このたびは弊社のデータエンジニア職にご応募いただき、誠にありがとうございました。今回は採用を見送らせていただくこととなりました。 | 株式会社青空精機 | データエンジニア
採用担当 <noreply@hrmelon-ats.example> | 株式会社ソラトイロ：ご応募ありがとうございます | 株式会社ソラトイロです。 / このたびは「カスタマーサポート」の求人にご応募いただきありがとうございました。今回は見送らせていただくことになりました。 | 株式会社ソラトイロ | カスタマーサポート
人事課 <jinji@kitagawa.example> | 【北川精機】書類選考の結果について | 北川精機株式会社の大沼です。 / 先日はNC旋盤オペレーターの募集にご応募くださり、ありがとうございました。誠に残念ですが見送らせていただきます。 | 北川精機 | NC旋盤オペレーター
大谷 <otani@gmail.com> | お仕事の件 | 先日はありがとうございました。残念ながら今回は見送らせてください。 | |
あおぞらソフト <jinji@aozora-soft.example> | 選考結果のご連絡 | あおぞらソフト人事部の佐藤でございます。/ 先日はバックエンドエンジニアの面接にお越しいただき、誠にありがとうございました。今回は採用を見送らせていただきます。 | あおぞらソフト | バックエンドエンジニア
# Chinese
远衡科技招聘组 <recruit@yuanheng.example> | 您应聘的「Java开发工程师」职位进展通知 | 感谢您对远衡科技的关注。很遗憾，您应聘的Java开发工程师岗位未能通过筛选。 | 远衡科技 | Java开发工程师
人资部 <hr@hongxu.example> | 應徵結果通知 | 感謝您應徵本公司「品保工程師」一職。很遺憾此次無法錄用。 | | 品保工程師
北京青桔互动科技有限公司 <hr@qingju.example> | 面试结果 | 感谢您应聘北京青桔互动科技有限公司的产品经理岗位。很抱歉，我们决定录用另一位候选人。 | 北京青桔互动科技有限公司 | 产品经理
李雯 <liwen@163.com> | 回复 | 很遗憾，我们已经招到人了。祝好。 | |
北辰物流有限公司 <hr@beichen.example> | 面试结果 | 感谢您参加北辰物流有限公司运营经理职位的面试。我们最终选择了其他候选人。 / / 北辰物流有限公司 人力资源部 | 北辰物流有限公司 | 运营经理
# Agencies, institutions, legal forms and verbs of other languages
Silvia Dorigo <s.dorigo@guadoselezione.example> | R: Presentazione al nostro cliente Filatura Sandri | ho sentito Filatura Sandri. Purtroppo per la posizione di Addetto qualità hanno scelto altri. / / Cordiali saluti / Silvia Dorigo / Guado Selezione S.r.l. | Filatura Sandri | Addetto qualità
Ruben de Wit <ruben@dewitwerving.example> | Terugkoppeling teamleider klantenservice | Net contact gehad met de opdrachtgever over de rol van teamleider klantenservice. Zij gaan helaas niet met je verder. / / Groet, / Ruben de Wit / De Wit Werving & Selectie | | teamleider klantenservice
Marta Bielak <m.bielak@mostowa.example> | Rekrutacja | Dostałam odpowiedź od klienta: niestety wybrali kogoś innego. / / Z poważaniem / Marta Bielak / Mostowa Sp. j. | |
石川 亮 <ishikawa@kakehashi-jinzai.example> | 【選考結果】いずみ計器 品質管理 | かけはし人材の石川です。ご応募いただいておりました株式会社いずみ計器の「品質管理」のポジションにつきまして、先方より結果が届きました。残念ながら今回はお見送りとのことです。 / / 石川 亮 / かけはし人材株式会社 | いずみ計器 | 品質管理
青葉山大学 人事課 <jinji@aobayama-u.example> | 選考結果のご連絡（図書館職員） | このたびは、青葉山大学の図書館職員の募集にご応募いただき、ありがとうございました。今回は採用を見送らせていただくこととなりました。 | 青葉山大学 | 図書館職員
Самара Банк <vidhuk+7a@mail.greenstem-mail.example> | Ваш відгук | Дякуємо за інтерес до вакансії "Аналітик ризиків" у Самара Банк. Ми обрали іншого кандидата. / / З повагою, / Ніна Кравець / рекрутерка, Самара Банк | Самара Банк | Аналітик ризиків
Олена Гай <kadry@univ-dubove.example> | Вакансія: фахівець деканату | Дякуємо за Ваше резюме на вакансію "фахівець деканату". На посаду прийнято іншого. / / З повагою / Олена Гай / Дубовецький університет | Дубовецький університет | фахівець деканату
Petr Malý <reditel@zsjavorova.example> | Re: asistent pedagoga | děkuji za zájem o místo "asistent pedagoga". Rozhodli jsme se pro jiného uchazeče. / / S pozdravem / Petr Malý / ředitel / Základní škola Javorová | Základní škola Javorová | asistent pedagoga
Nina Dahl <nina.dahl@sundsykehuset.example> | Søknad | Takk for søknaden på stillingen som helsesekretær ved Sundsykehuset. Stillingen er dessverre gitt til en annen. / / Vennlig hilsen / Nina Dahl / Sundsykehuset | Sundsykehuset | helsesekretær
Caja Lomas Empleo <no-responder@empleo.cajalomas.example> | Tu candidatura en Caja Lomas | Gracias por inscribirte en la oferta Gestor de banca personal de Caja Lomas. Tu candidatura ha sido descartada. | Caja Lomas | Gestor de banca personal
Els Smit <e.smit@polderbeheer.example> | Uitslag | Voor de functie beleidsadviseur gaven we de voorkeur aan iemand anders. / / Met vriendelijke groet, / Els Smit | | beleidsadviseur
Наталья Ершова <n.ershova@rucheek.example> | RE: Собеседование: инженер по качеству | К сожалению, мы остановили выбор на другом кандидате. / / С уважением, / Наталья Ершова / ООО "Ручеёк" | Ручеёк | инженер по качеству
Banque du Vallon <ne-pas-repondre@mail.recrutia-mail.example> | Banque du Vallon : votre candidature | Vous avez postulé à l'offre « Conseiller clientèle (F/H) ». Nous ne donnons pas suite. / / L'équipe Talents / Banque du Vallon | Banque du Vallon | Conseiller clientèle
# Greek
Ανθρώπινο Δυναμικό <hr@aegeanfoods.example> | Η αίτησή σας για τη θέση Υπεύθυνος Αποθήκης | Δυστυχώς αποφασίσαμε να προχωρήσουμε με άλλους υποψηφίους. / / Με εκτίμηση, / Aegean Foods | Aegean Foods | Υπεύθυνος Αποθήκης
Κατερίνα Λάμπρου <k.lamprou@bytehouse.example> | Η αίτησή σου | Σε ευχαριστούμε για την αίτησή σου για τη θέση Backend Developer στην εταιρεία Bytehouse. Δυστυχώς δεν θα προχωρήσουμε. | Bytehouse | Backend Developer
Προσλήψεις <jobs@portal-ats.example> | Ενημέρωση - Ταμίας | Δυστυχώς δεν έχετε επιλεγεί για τη θέση Ταμία. | | Ταμίας
HR <hr@nefeli-hotels.example> | Η αίτησή σας | Δυστυχώς η θέση του λογιστή καλύφθηκε. Σας ευχαριστούμε, Nefeli Hotels. | Nefeli Hotels |
Νίκος <nikos.p@gmail.com> | Re: δουλειά | Δυστυχώς βρήκαμε άλλον. Καλή τύχη. | |
"""


def rows() -> list[tuple[str, str, str, str, str]]:
    lines = [line for line in TABLE.strip().split("\n") if not line.startswith("#")]
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [(c[0], c[1], c[2].replace(" / / ", "\n\n").replace(" / ", "\n"), c[3], c[4]) for c in cells]


@pytest.mark.parametrize(("sender", "subject", "text", "company", "role"), rows(), ids=lambda value: value[:40])
def test_what_a_mail_names_is_read_and_nothing_else(
    sender: str, subject: str, text: str, company: str, role: str
) -> None:
    """The employer and the role as the mail writes them; neither when it is not sure."""
    facts = gather(received(text, sender=sender, subject=subject), (), ())

    assert (company, role) == (facts.company.value if facts.company else "", facts.role.value if facts.role else "")
