using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace DataCatalog.Index;

/// <summary>
/// Words of the grammar that Lucene.Net's list of stop words lacks. Without accents and endings, some of them would be words of the
/// catalogue: <c>plus</c> would be <c>PLU</c>, <c>parce</c> would be <c>parc</c>, and <c>environ</c> would be the beginning of
/// <c>environnement</c>. Words that are also nouns or names of the field are not in the list: <c>non</c> (assainissement non collectif),
/// <c>outre</c> (outre-mer), <c>sous</c> (sous-préfecture), <c>hors</c>, <c>point</c>, <c>personne</c>, <c>car</c>, <c>or</c>.
/// </summary>
internal static class FunctionWords
{
    /// <summary>The words in lower case and without accents.</summary>
    public static readonly CharArraySet Set = new(
        LuceneVersion.LUCENE_48,
        (
            "plus moins des la tres trop aussi ainsi alors apres avant vers entre depuis pendant durant jusque jusqu lors lorsque lorsqu"
            + " puisque puisqu quoique quoiqu afin donc ni cependant toutefois neanmoins pourtant encore toujours jamais souvent parfois"
            + " deja bientot maintenant ailleurs partout dessus dessous devant derriere autour pres malgre selon sauf via voici voila"
            + " chaque plusieurs quelque quelques certain certaine certains certaines aucun aucune nul nulle tout toute tous toutes"
            + " autre autres meme memes tel telle tels telles celui celle ceux celles ca dont auquel auxquels auxquelles duquel"
            + " desquels desquelles notre votre mien mienne tien tienne sien sienne etre avoir si peu beaucoup assez autant tant tellement"
            + " presque plutot seulement surtout environ quasi oui comme rien chacun chacune quiconque tandis parmi contre parce ensuite"
            + " enfin notamment egalement particulierement merci bonjour svp")
            .Split(' '),
        ignoreCase: false);
}
