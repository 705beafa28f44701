namespace DataCatalog.Territories;

/// <summary>
/// Names of places that are also ordinary words or rivers: in a sentence, such a word alone says little. Chosen from the names of the seed
/// that are words of French; those of up to three letters need no entry.
/// </summary>
internal static class OrdinaryNames
{
    private const int MaxShortLength = 3;

    private static readonly HashSet<string> Words = new(
        """
        aide aigle aire aires ance arceau aure authie avoine avril bains bans barre beuvron blanc bois bonne borne bourg bray bresle
        bruyere bruyeres cabanes campagne carte celle celles centre centres cere chaise chambre champs change charge chasse chemin chene
        cher choux cisse cleurie colonne conte contes contre corps cote couches courant cours creche creuse croix cultures degre desert
        deserts dives douze durance echelle ecole fete feux fontaine fontaines force forestiere forge forges fosse fougeres four fours
        frais garde gardes gartempe genets grand grange granges gras grasse grave haies hommes hopital houx isle issus jardin laignes
        landes lies ligne lilas lire loue louer maille maire maisons manche marche marches mars menus minieres mont monts mortagne moulins
        mouton moyen murs nivelle nord noyer nuits ognon orange ormes oust parc passage perriere pierre pierres pins place places plaine
        plan plans plats plomb poisson pont port portes pres publier quartier rance reunion reyssouze riviere rivieres roche roches rouge
        routes routier rupt sables sales salle salles saulx sauvages sens serre seuil simple somme souterraine syndicat table tache tech
        tendu terrasse tilleul titre tombe touches touques tour tours trait ubaye union vallee vals vanne varenne ventes vers vert vienne
        vieux vignes ville villes vire yerres
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    /// <summary>
    /// Whether a folded name is an ordinary word, or too short to be anything surely; an article before it does not matter.
    /// </summary>
    public static bool Has(string folded) =>
        PlaceNames.WithoutArticle(folded) is var name && (name.Length <= MaxShortLength || Words.Contains(name));
}
