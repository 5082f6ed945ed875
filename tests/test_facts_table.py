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
# Seen only in a signature, in another case, in a sentence of thanks; a town of a hospital, hidden clients, firms that run together
Marrowby Glass <no-reply@applyflow-mail.example> | Your application to Marrowby Glass | Hi Alex, / / Thanks for applying for the Furnace Technician role with us. We won't be taking your application further. / / Rosie Hart / Talent Acquisition, Marrowby Glass | Marrowby Glass | Furnace Technician
Priya Nair <priya@tidewell-recruits.example> | Finance Business Partner - outcome | Hi Alex, / / I have heard back and unfortunately my client has gone with another candidate for the Finance Business Partner role. / / Best, / Priya Nair / Tidewell Recruits |  | Finance Business Partner
Dr Helen Marsh <h.marsh@coldbrook.example> | Vacancy 40213: Laboratory Manager (f/m/d), Leeds | Dear Mr Example, / / Thank you for your interest in the vacancy Laboratory Manager. We regret to say that we have appointed another candidate. / / Yours sincerely / Dr Helen Marsh / Head of Department / University of Coldbrook | University of Coldbrook | Laboratory Manager
Fondation Hautebrise <ne-pas-repondre@hirelink-mail.example> | Fondation Hautebrise - votre candidature | Bonjour Alex, / / Je vous écris de la part de l'équipe RH de la Fondation Hautebrise. Votre candidature au poste de Chargé de mission n'a pas été retenue. / / Bien à vous, / Lucie Ferrand | Fondation Hautebrise | Chargé de mission
Sylvain Roche <s.roche@cap-talents.example> | Directeur de site : suite de votre candidature | Bonjour, / / Notre client, une PME du secteur bois, a retenu un autre candidat pour le poste de Directeur de site. / / Cordialement, / Sylvain Roche / Cap Talents |  | Directeur de site
Fundación Ribalta <avisos@kandio-mail.example> | Fundación Ribalta: tu candidatura a Técnico de becas | Hola Alex: / / Gracias por presentarte a la vacante de Técnico de becas en la Fundación Ribalta. No vamos a continuar con tu candidatura. / / Un saludo, / Marta Olmedo | Fundación Ribalta | Técnico de becas
Nordest Trasporti <noreply@hireboard-ats.example> | La tua candidatura per Autista CE | Ciao Alex, / / grazie per esserti candidato alla posizione di Autista CE in Nordest Trasporti. Abbiamo scelto altri candidati. / / Il team HR di Nordest Trasporti | Nordest Trasporti | Autista CE
Giulia Ferri <giulia.ferri@sceltalavoro.example> | Capo cantiere - aggiornamento | Buongiorno Alex, / / La aggiorno sulla ricerca di un Capo cantiere per il nostro cliente, azienda edile della zona. Hanno scelto un altro candidato. / / Cordiali saluti / Giulia Ferri / Scelta Lavoro S.r.l. - Agenzia per il lavoro |  | Capo cantiere
Szpital Miejski w Borowie <kadry@szpitalborow.example> | Nabór na stanowisko: Rejestratorka medyczna | Szanowny Panie, / / informujemy, że nie został Pan wybrany na stanowisko Rejestratorka medyczna w Szpitalu Miejskim w Borowie. / / Z poważaniem / Ewa Krawiec / Kierownik Działu Kadr | Szpital Miejski w Borowie | Rejestratorka medyczna
Brzozasoft <no-reply@workbridge-mail.example> | Twoja aplikacja do Brzozasoftu | Cześć Alex, / / dzięki za aplikację na stanowisko Tester. Niestety nie zaprosimy Cię dalej. / / Kamil Dudek / rekrutacja, Brzozasoft | Brzozasoft | Tester
Mette Skov <ms@skov-search.example> | Stillingen som Logistikchef | Kære Alex / / Tak for din ansøgning til stillingen som Logistikchef, som vi besætter for en kunde i fødevarebranchen. Du er desværre ikke gået videre. / / Venlig hilsen / / Mette Skov / Partner / Skov Search |  | Logistikchef
Jana Horáková <jana.horakova@nemlesnidul.example> | Výběrové řízení - Všeobecná sestra | Vážená paní, / / na pozici Všeobecná sestra jsme přijali jinou uchazečku. / / S pozdravem / / Jana Horáková / personální oddělení / Nemocnice Lesní Důl | Nemocnice Lesní Důl | Všeobecná sestra
Javorsoft <nabor@leafcrew-ats.example> | Tvoje přihláška do Javorsoftu | Ahoj Alexi, / / díky za přihlášku na pozici Frontend vývojář. Bohužel tě dál nepozveme. / / Petr Malina / nábor, Javorsoft | Javorsoft | Frontend vývojář
Kemal Aksoy <kemal.aksoy@incesu.example> | Öğretim Görevlisi başvurusu sonucu | Sayın Example, / / İncesu Üniversitesi Fizik Bölümünde ilan edilen Öğretim Görevlisi kadrosuna yaptığınız başvuru olumlu sonuçlanmamıştır. / / Prof. Dr. Kemal Aksoy / Fizik Bölümü | İncesu Üniversitesi | Öğretim Görevlisi
Selin Koç <selin@koc-insankaynaklari.example> | Satış Müdürü | Merhaba Alex, / / müşterimiz Satış Müdürü pozisyonu için başka bir adayı tercih etti. / / Sevgiler / Selin Koç / Koç İnsan Kaynakları Danışmanlık |  | Satış Müdürü
Марія Кравець <hr@zelenyi-hai-shkola.example> | Вакансія: Вчитель математики | Шановний пане Алексе! / / Ліцей "Зелений Гай" дякує Вам за інтерес до вакансії "Вчитель математики". На жаль, обрано іншого кандидата. / / З повагою / Марія Кравець / заступниця директора | Зелений Гай | Вчитель математики
Олег Бондар <oleg.bondar@verbivska-likarnia.example> | Вакансія: Рентгенолаборант | Шановний пане Алексе! / / Вербівська обласна лікарня дякує Вам за надіслане резюме на вакансію "Рентгенолаборант". На жаль, обрано іншого кандидата. / / З повагою / Олег Бондар / відділ кадрів | Вербівська обласна лікарня | Рентгенолаборант
Ирина Лапина <lapina@stanok-zavod.example> | Вакансия "Технолог" | Здравствуйте, Алекс! / / Завод «Станокмаш» благодарит Вас за отклик на вакансию "Технолог". К сожалению, мы выбрали другого кандидата. / / С уважением, / Ирина Лапина / отдел кадров / АО «Станокмаш» | Станокмаш | Технолог
Νίκος Σταθάς <n.stathas@arsakio-lofou.example> | Η αίτησή σας | Αγαπητέ κύριε Example, / / Σας ευχαριστούμε για την αίτησή σας για τη θέση "δάσκαλος" στα Εκπαιδευτήρια Λόφου. Επιλέξαμε άλλον υποψήφιο. / / Με εκτίμηση, / Νίκος Σταθάς / Διευθυντής / Εκπαιδευτήρια Λόφου | Εκπαιδευτήρια Λόφου | δάσκαλος
中村 健 <nakamura@minato-seimitsu.example> | 選考結果のご連絡 | アレックス様 / / みなと精密株式会社の中村です。「品質管理」職にご応募いただきありがとうございました。残念ながら採用を見送らせていただきます。 / / みなと精密株式会社 / 人事部 / 中村 健 | みなと精密株式会社 | 品質管理
王丽 <li.wang@hengtu-lietou.example> | 远山科技 数据工程师 结果 | Alex，您好！ / / 我们的客户远山科技已经反馈，数据工程师这个职位他们选择了另一位候选人。 / / 王丽 / 恒途猎头 | 远山科技 | 数据工程师
Kestrel Talent <jobs@kestreltalent.example> | Project Accountant, Hull | Hi Alex, we are recruiting for a client in Hull and they have decided not to interview you for the Project Accountant position. / / Regards / Sue Webb / Kestrel Talent |  | Project Accountant
Marienstift Ulmen <noreply@bewerberwelt-ats.example> | Marienstift Ulmen - Ihre Bewerbung als Pflegefachkraft (m/w/d) | Guten Tag, / / wir haben uns für andere Bewerber entschieden. / / Ihr Team Personal / Marienstift Ulmen | Marienstift Ulmen | Pflegefachkraft
Sabine Vogt <s.vogt@stadt-ellerfurt.example> | Stellenausschreibung 33/2026, Bauingenieur (m/w/d), Ellerfurt | Sehr geehrter Herr Example, / / leider konnten wir Sie nicht berücksichtigen. / / Mit freundlichem Gruß / i. A. Sabine Vogt / Stadt Ellerfurt / Fachbereich Personal | Stadt Ellerfurt | Bauingenieur
Lycée Jean-Moulas <secretariat@lyceemoulas.example> | Poste d'assistant d'éducation | Bonjour, / / Le Lycée Jean-Moulas vous remercie de votre candidature au poste d'assistant d'éducation mais ne peut y donner suite. / / La Proviseure / Hélène Garnier | Lycée Jean-Moulas | assistant d'éducation
Ana Ferrer <ana@ferrerseleccion.example> | Jefe de obra – actualización | Hola Alex: / / Estamos seleccionando un Jefe de obra para un cliente del sector energético y han elegido a otro candidato. / / Un saludo, / Ana Ferrer / Ferrer Selección |  | Jefe de obra
Gemeente Oosterdal <noreply@werkenbij-ats.example> | Gemeente Oosterdal | Beste Alex, / / De gemeente Oosterdal bedankt u voor uw sollicitatie naar de functie van Beleidsadviseur. Helaas gaan wij niet verder. / / Team Recruitment | Gemeente Oosterdal | Beleidsadviseur
Instituto Politécnico de Serralva <rh@ipserralva.example> | Concurso - Assistente técnico | Exmo. Senhor, / / O Instituto Politécnico de Serralva agradece a sua candidatura. Não foi selecionado para Assistente técnico. / / A Diretora / Joana Faria | Instituto Politécnico de Serralva | Assistente técnico
Urząd Gminy Sosnówka <sekretariat@sosnowka.example> | Nabór: Podinspektor ds. budownictwa | Szanowny Panie, / / Urząd Gminy Sosnówka dziękuje za udział w naborze na stanowisko Podinspektor ds. budownictwa. Wybrano inną osobę. / / Z poważaniem / Wójt / Jan Kowal | Urząd Gminy Sosnówka | Podinspektor ds. budownictwa
Rekrytering Västerhamn <jobb@vasterhamnskommun.example> | Besked om tjänsten som socialsekreterare | Hej! / / Västerhamns kommun tackar för din ansökan men har anställt en annan sökande. / / Vänlig hälsning / Västerhamns kommun | Västerhamns kommun | socialsekreterare
Nordre Sykehus <ikkesvar@jobbsok-ats.example> | Avslag: Sykepleier | Hei, / / Nordre Sykehus takker for din søknad på stillingen som Sykepleier. Du er dessverre ikke innstilt. / / Nordre Sykehus | Nordre Sykehus | Sykepleier
Univerzita Záhoří <personalni@uniza-cz.example> | Odborný asistent – výsledek | Vážený pane, / / Univerzita Záhoří Vám děkuje za účast ve výběrovém řízení na místo odborného asistenta. Bohužel jste nebyl vybrán. / / S pozdravem / Ing. Lenka Bílá / vedoucí personálního odboru | Univerzita Záhoří | Odborný asistent
Özge Kaya <ozge.kaya@karsu.example> | Başvurunuz | Sayın Example, / / Karsu Hastanesine yaptığınız hemşire başvurusu değerlendirilmiş, olumlu sonuçlanmamıştır. / / Özge Kaya ||
Primăria Valea Mică <registratura@valeamica.example> | Concurs inspector | Bună ziua, / / Primăria Valea Mică vă mulțumește pentru participare. Nu ați fost declarat admis pentru postul de inspector. / / Primar, / Ion Marcu | Primăria Valea Mică | inspector
Юлія Сорока <soroka@kombinat-zlak.example> | Вакансія "Технолог" | Доброго дня! / / Ми працюємо на комбінаті «Злак» і шукаємо людину з досвідом, тож на вакансію "Технолог" обрали іншого. / / З повагою, / Юлія Сорока / комбінат «Злак» | Злак | Технолог
Пётр Сомов <p.somov@somov-kadry.example> | Главный бухгалтер | Добрый день! / / Наш клиент выбрал другого кандидата на должность «Главный бухгалтер». / / С уважением, / Пётр Сомов / Сомов Кадры |  | Главный бухгалтер
Δήμος Ανθοχωρίου <prosopiko@anthochori.example> | Αίτηση για τη θέση Κοινωνικός Λειτουργός | Αξιότιμε κύριε, / / Ο Δήμος Ανθοχωρίου σας ευχαριστεί για την αίτηση. Δυστυχώς δεν επιλεγήκατε. / / Η Προϊσταμένη / Σοφία Μάρα | Δήμος Ανθοχωρίου | Κοινωνικός Λειτουργός
山下 由紀 <yamashita@tsubame-agent.example> | 【選考結果】ひかり食品 商品企画 | つばめ人材紹介の山下です。クライアントのひかり食品様より、「商品企画」のポジションは見送りとのご連絡がありました。 / / 山下 由紀 | ひかり食品 | 商品企画
招聘 <noreply@mokahr-ats.example> | 【晨光软件】面试结果通知 | Alex您好， / / 感谢您参加晨光软件前端工程师岗位的面试，很遗憾未能录用。 / / 晨光软件招聘团队 | 晨光软件 | 前端工程师
Cooperativa La Quercia <info@laquercia.example> | Educatore | Buongiorno, la Cooperativa La Quercia La ringrazia per la candidatura come Educatore, ma abbiamo scelto altri. / / Cordialmente / Cooperativa La Quercia | Cooperativa La Quercia | Educatore
Stichting Zonnehof <hr@zonnehof.example> | Vacature verzorgende IG | Beste Alex, / / Stichting Zonnehof bedankt je voor je sollicitatie op de vacature verzorgende IG. We kozen voor een ander. / / Met vriendelijke groet en veel succes, / Femke Jansen / Stichting Zonnehof | Stichting Zonnehof | verzorgende IG
Jobportal Lüne <noreply@jobportal-luene.example> | Ihre Bewerbung bei der Firma Hartwig Feinmechanik | Guten Tag, die Firma Hartwig Feinmechanik hat Ihre Bewerbung als Dreher abgelehnt. / / Ihr Jobportal Lüne | Hartwig Feinmechanik | Dreher
Tromvik Havn KF <post@tromvikhavn.example> | Søknad på stilling som havnebetjent (ref. 26/0114) | Hei, vi viser til din søknad på stillingen som havnebetjent. Stillingen er besatt. / / Mvh / Tor Aune / Tromvik Havn KF | Tromvik Havn KF | havnebetjent
Veronika Dušková <duskova@knihovnastudanka.example> | Knihovník | Dobrý den, na místo knihovníka jsme vybrali jiného uchazeče. / / S přátelským pozdravem / Bc. Veronika Dušková / Městská knihovna Studánka | Městská knihovna Studánka | Knihovník
Κώστας Μαυρίδης <kostas@mavridis-oinos.example> | Re: δουλειά | Γεια σου Αλέξη, δυστυχώς βρήκαμε άλλον. / / Φιλικά, / Κώστας Μαυρίδης / Οινοποιείο Μαυρίδης | Οινοποιείο Μαυρίδης |
Workly Notifications <notifications@workly-ats.example> | Update on your application | Dear Alex, your application for Data Steward at Norbridge Water was not successful. / / Norbridge Water Recruitment / Powered by Workly | Norbridge Water | Data Steward
Mark Daniels <mark@danielsandsons.example> | Re: Bricklayer | Alex, sorry, no room for another bricklayer this year. / / Mark / Daniels & Sons | Daniels & Sons | Bricklayer
Sofia Lund <sofia.lund@hallbergtalent.example> | Besked | Hej Alex! Vi rekryterar en ekonomiassistent åt en kund i Malmö, och de har valt en annan. / / Hälsningar / Sofia Lund / Hallberg Talent ||
Kim Olsen <kim.olsen@norskbemanning.example> | Lagermedarbeider | Hei, vår kunde Fjordfrukt AS har valgt en annen kandidat til stillingen som Lagermedarbeider. / / Mvh / Kim Olsen / Norsk Bemanning | Fjordfrukt AS | Lagermedarbeider
Руководство <info@zavod-priboy.example> | Ответ | Руководство завода благодарит Вас за отклик, но вакансия закрыта. / / Завод «Прибой» | Прибой |
Ольга Лис <o.lys@medlis.example> | Відповідь | Шановний Алексе! Компанія дякує Вам за інтерес. На жаль, ні. / / З повагою / Ольга Лис ||
Team Personal <personal@lindenhof.example> | Ihre Bewerbung | Guten Tag, leider müssen wir Ihnen absagen. / / Lindenhof Pflege GmbH / Standort Bad Ahlen | Lindenhof Pflege GmbH |
Inès Caron <ines.caron@maisoncaron-patisserie.example> | Re: apprentissage | Bonjour Alex, nous avons déjà choisi notre apprenti. / / Belle journée et bon courage, / Inès Caron / Maison Caron | Maison Caron |
Anouk Visser <a.visser@zorggroepdelinde.example> | Jouw sollicitatie | Beste Alex, helaas hebben we voor de functie van wijkverpleegkundige iemand anders gekozen. / / Hartelijke groet, / Anouk Visser / Recruiter / Zorggroep De Linde | Zorggroep De Linde | wijkverpleegkundige
Ελένη Σαββίδου <e.savvidou@ygeia-thalassas.example> | Θέση νοσηλευτή | Αγαπητέ κύριε, η Κλινική Υγεία Θαλάσσας σας ευχαριστεί για το ενδιαφέρον. Η θέση καλύφθηκε. / / Με εκτίμηση / Ελένη Σαββίδου / Προϊσταμένη | Κλινική Υγεία Θαλάσσας |
株式会社つきのわ 採用担当 <saiyo@tsukinowa.example> | 【株式会社つきのわ】選考結果 | アレックス様 / / 株式会社つきのわ採用担当の森です。Webデザイナーのポジションですが、見送りとさせていただきます。 / / 株式会社つきのわ / 森 | 株式会社つきのわ | Webデザイナー
Gemeindeverwaltung Hirschau <post@hirschau.example> | Bauhofmitarbeiter | Sehr geehrter Herr Example, die Gemeinde Hirschau dankt Ihnen für Ihr Interesse. Die Stelle als Bauhofmitarbeiter wurde anderweitig besetzt. / / gez. Ralf Bauer / Bürgermeister | Gemeinde Hirschau | Bauhofmitarbeiter
Åsa Nyberg <asa.nyberg@falkensund.example> | Angående din ansökan till Falkensunds bibliotek | Hej Alex! Tjänsten som bibliotekarie har gått till en annan. / / Vänliga hälsningar / Åsa Nyberg / Enhetschef / Falkensunds bibliotek | Falkensunds bibliotek | bibliotekarie
Fiona Marsh <fiona.marsh@stcuthbertsprimary.example> | Teaching assistant vacancy | Dear Alex, / / Thank you for coming in. We have offered the Teaching Assistant post to another candidate. / / Kind regards / Mrs Fiona Marsh / Headteacher / St Cuthbert's Primary School | St Cuthbert's Primary School | Teaching Assistant
Grupa Lesna <noreply@erecruit-ats.example> | Grupa Leśna - rekrutacja na stanowisko Brakarz | Dzień dobry, Grupa Leśna dziękuje za udział w rekrutacji na stanowisko Brakarz. Niestety wybraliśmy innego kandydata. | Grupa Leśna | Brakarz
Chiara Monti <c.monti@comune.montelupo.example> | Concorso istruttore tecnico | Gentile candidata, la informiamo che non è risultata vincitrice. / / Il Segretario comunale / Chiara Monti / Comune di Montelupo | Comune di Montelupo | istruttore tecnico
Людмила Чорна <chorna@muzei-krai.example> | Вакансія екскурсовода | Шановний Алексе, Краєзнавчий музей «Край» дякує Вам за інтерес. На жаль, посаду екскурсовода вже зайнято. / / З повагою / Людмила Чорна / музей «Край» | Край |
Anne Toft <anne@toftco.example> | Regnskabschef | Kære Alex, tak for din ansøgning til stillingen som Regnskabschef, som vi besætter for en kunde i byggebranchen. Du er desværre ikke gået videre. / / Venlig hilsen / Anne Toft / Toft & Co | | Regnskabschef
Jule Hart <j.hart@mosaikberatung.example> | Controller | Hallo Alex, wir suchen die Position Controller für einen Kunden in Ulm und haben uns mit ihm für jemand anderen entschieden. / / Jule Hart / Mosaikberatung GmbH | | Controller
# Systems, agencies and names in two lengths
Hartmann Personalberatung <s.ulrich@hartmann-personalberatung.example> | Ihre Bewerbung als Leiter Einkauf bei unserem Mandanten | Sehr geehrter Herr Example, / / leider hat sich unser Mandant, die Wiesner Pumpen GmbH, für einen anderen Kandidaten entschieden. / / Mit freundlichen Grüßen / Sabine Ulrich / Hartmann Personalberatung | Wiesner Pumpen GmbH | Leiter Einkauf
Erik Sandell <erik.sandell@granviksskola.example> | Lärartjänsten | Hej Alex! / / Tack för din ansökan till tjänsten som lärare i matematik på Granviks skola. Vi har valt en annan sökande. / / Vänliga hälsningar / Erik Sandell / Rektor | Granviks skola | lärare i matematik
Олена Ткач <o.tkach@zoria-bank.example> | Щодо вакансії Касир | Добрий день, Алексе! / / Дякуємо за інтерес до вакансії «Касир» у Зоря Банку. На жаль, ми обрали іншого кандидата. / / З повагою, / Олена Ткач / АТ «Зоря Банк» | Зоря Банк | Касир
Tom at Fable & Finch <tom@fableandfinch.example> | Barista role | Hey Alex, / / Lovely meeting you on Saturday. We've gone with someone with more latte-art experience for the barista role. / / Tom / Fable & Finch | Fable & Finch | Barista
Selección Empleario <noreply@empleario-ats.example> | Novedades sobre tu candidatura en Hotel Mirador del Júcar | Hola Alex, / / Hotel Mirador del Júcar ha descartado tu candidatura para la oferta de Recepcionista. / / El equipo de Empleario | Hotel Mirador del Júcar | Recepcionista
海岚设计 <job@hailan.example> | 关于UI设计师岗位的回复 | Alex你好， / / 感谢投递海岚设计UI设计师岗位，经评估，你的经历与岗位不太匹配。 / / 海岚设计 | 海岚设计 | UI设计师
Joanna Petrie <joanna.petrie@hollinandvale.example> | Solicitor role – our client | Dear Alex, / / Following your interview with Cardew Legal, I am sorry to say they have decided not to proceed for the Solicitor role. / / Joanna Petrie / Director / Hollin & Vale Recruitment | Cardew Legal | Solicitor
Stellino <noreply@mail.stellino-ats.example> | Ihre Bewerbung bei den Stadtwerken Marlheim | Guten Tag, / / vielen Dank für Ihre Bewerbung als Netzmeister bei den Stadtwerken Marlheim. Wir haben uns für eine andere Person entschieden. / / Freundliche Grüße / Stadtwerke Marlheim GmbH | Stadtwerke Marlheim GmbH | Netzmeister
Paolo Rinaldi <p.rinaldi@rinaldirestauri.example> | Re: candidatura restauratore | Buonasera, / / ho letto con piacere il Suo curriculum ma al momento non cerchiamo nessuno. / / Paolo Rinaldi / Rinaldi Restauri srl | Rinaldi Restauri srl |
Annonsum <no-reply@annonsum-mail.example> | Besked om din ansökan – Kurator (2026/331) | Hej Alex! / / Tack för din ansökan till tjänsten som Kurator hos Region Ljungvik. Tjänsten har tillsatts med en annan sökande. / / Vänliga hälsningar / Region Ljungvik / / Detta mejl har skickats via Annonsum | Region Ljungvik | Kurator
Kariyer Portalı <bildirim@kariyerportal-ats.example> | Çınar Tekstil – Satış Temsilcisi başvurunuz | Merhaba Alex, / / Çınar Tekstil'e gösterdiğiniz ilgi için teşekkür ederiz. Satış Temsilcisi pozisyonu için sürecinize devam edemiyoruz. / / Çınar Tekstil İnsan Kaynakları / / Bu mesaj Kariyer Portalı üzerinden gönderilmiştir. | Çınar Tekstil | Satış Temsilcisi
Pinehollow Library District <jobs@pinehollowlibrary.example> | Children's Librarian position | Dear Alex, / / Thank you for interviewing for the Children's Librarian position. The Pinehollow Library District has selected another candidate. / / Sincerely, / Marge Dunn / Human Resources Manager | Pinehollow Library District | Children's Librarian
Evangelische Kirchengemeinde Holzlar <gemeindebuero@kirche-holzlar.example> | Ihre Bewerbung als Küster | Sehr geehrter Herr Example, / / das Presbyterium hat sich für einen anderen Bewerber entschieden. / / Mit freundlichen Grüßen / Pfarrerin Anke Thies / Evangelische Kirchengemeinde Holzlar | Evangelische Kirchengemeinde Holzlar | Küster
Rekrytering <rekrytering@nybroelnat.example> | Drifttekniker – besked | Hej Alex, / / tack för din ansökan till tjänsten som Drifttekniker på Nybro Elnät. Vi har valt andra kandidater. / / Med vänlig hälsning / Nybro Elnät AB / / Skickat från Recrutia för Nybro Elnät AB | Nybro Elnät | Drifttekniker
Elmstead Theatre <recruitment@elmsteadtheatre.example> | Box Office Assistant: outcome of your application | Dear Alex / / Thank you for your application for the position of Box Office Assistant. We had a very strong field and I'm sorry to say you have not been shortlisted. / / Best wishes / Nuala Byrne / Elmstead Theatre Trust | Elmstead Theatre | Box Office Assistant
Olivia at Sorrel Search <olivia@sorrelsearch.example> | Finance Manager – Thornbury Foods | Hi Alex, / / Thornbury Foods have come back to me and unfortunately they won't be progressing your application for Finance Manager. / / Olivia | | Finance Manager
Bewerbix <noreply@bewerbix-ats.example> | Absage: Ihre Bewerbung bei Tessner Kältetechnik | Hallo Alex, / / vielen Dank für Ihre Bewerbung als Kälteanlagenbauer bei der Tessner Kältetechnik GmbH. Wir haben uns für andere entschieden. / / Ihr Team der Tessner Kältetechnik GmbH | Tessner Kältetechnik GmbH | Kälteanlagenbauer
Recrutiel <notification@recrutiel-ats.example> | Réponse à votre candidature - Groupe Orival | Bonjour Alex, / / Le Groupe Orival vous remercie pour votre candidature au poste de Technicien CVC. Nous ne pouvons y donner suite. / / Le service recrutement du Groupe Orival | Groupe Orival | Technicien CVC
Talvera <no-reply@talvera-ats.example> | Tu candidatura en Aceites Monteluz | Hola Alex, / / Aceites Monteluz te informa de que has sido descartado en el proceso de Operario de Planta. / / Departamento de Personas de Aceites Monteluz / / Este mensaje ha sido enviado con Talvera | Aceites Monteluz | Operario de Planta
Francesca di Nuvola Lab <francesca@nuvolalab.example> | Aggiornamento candidatura | Ciao Alex, / / abbiamo deciso di non proseguire con la tua candidatura per il ruolo di Data Engineer. / / Francesca Neri / Nuvola Lab | Nuvola Lab | Data Engineer
Lindevang Privatskole <kontor@lindevangprivatskole.example> | Dansklærer | Kære Alex / / Tak for samtalen. Vi har valgt en anden til stillingen som Dansklærer. / / Mange hilsner / Birgitte Holm / Skoleleder | Lindevang Privatskole | Dansklærer
Sam Whitlow <sam.whitlow@tandemlabs.example> | Your chat with Tandem | Hey Alex, / / Great talking with you last week. The team at Tandem Labs decided to go with someone more senior for the iOS Engineer role. / / Sam / Engineering Manager @ Tandem Labs | Tandem Labs | iOS Engineer
Derwent Mill Trust HR <hr@derwentmill.example> | Volunteer Manager vacancy | Dear Alex / / Thank you for your application for the post of Volunteer Manager. Unfortunately you have not been successful on this occasion. / / Yours sincerely / Pauline Reeve / for Derwent Mill Trust | Derwent Mill Trust | Volunteer Manager
Dirk Hemmers <hemmers@rheintal-personaldienst.example> | Produktionshelfer Firma Odenbach | Hallo Alex, / / die Firma Odenbach hat sich leider für jemand anderen entschieden. Ich melde mich mit der nächsten Stelle als Produktionshelfer. / / Dirk Hemmers / Rheintal Personaldienst GmbH | Odenbach | Produktionshelfer
Candidatix <noreply@candidatix-ats.example> | Votre candidature chez Maison Delbecq | Bonjour, / / Votre candidature au poste de Chef de rayon au sein de Maison Delbecq n'a pas été retenue. / / Cordialement, / Le service recrutement / Maison Delbecq / / Ce message a été envoyé automatiquement via Candidatix. | Maison Delbecq | Chef de rayon
Recruta Vivo Sabor <recrutamento@vivosabor.example> | Sua candidatura na Vivo Sabor | Olá! / / Infelizmente você não foi aprovado para a vaga de Nutricionista na Vivo Sabor Restaurantes. / / Vivo Sabor Restaurantes | Vivo Sabor Restaurantes | Nutricionista
株式会社アサギリ <recruit@asagiri.example> | 【アサギリ】選考結果のご連絡 | アレックス様 / / 株式会社アサギリ 採用チームです。 / 「バックエンドエンジニア」のポジションにご応募いただきありがとうございました。今回はご期待に添えない結果となりました。 / / 株式会社アサギリ 採用チーム | 株式会社アサギリ | バックエンドエンジニア
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
