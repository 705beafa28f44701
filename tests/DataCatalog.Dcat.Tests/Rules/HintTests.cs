using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;

namespace DataCatalog.Dcat.Tests.Rules;

/// <summary>Which code is named to somebody who wrote another word for it.</summary>
public sealed class HintTests
{
    [Theory]
    [InlineData("quotidienne", "'DAILY'")]
    [InlineData("QUOTIDIENNE", "'DAILY'")]
    [InlineData("daily basis", "'DAILY'")]
    [InlineData("chaque jour", "'DAILY'")]
    [InlineData("http://publications.europa.eu/resource/authority/frequency/DAILY", "'DAILY'")]
    [InlineData("https://publications.europa.eu/resource/authority/frequency/DAILY/", "'DAILY'")]
    [InlineData("https://example.org/frequencies#MONTHLY", "'MONTHLY', 'DAILY'")]
    [InlineData("quotidiene", "'DAILY', 'MONTHLY'")]
    [InlineData("mensuele", "'MONTHLY', 'DAILY'")]
    [InlineData("MONTLY", "'MONTHLY', 'DAILY'")]
    public void A_label_another_name_and_an_address_lead_to_the_code(string written, string nearest)
    {
        var validator = new DatasetValidator(new Frequencies(Frequencies.Two), TimeProvider.System);
        var failure = Assert.Single(
            validator.Validate(Valid.Dataset with { Frequency = written }).Errors, failure => failure.PropertyName is "frequency");
        Assert.Equal($"a code of /vocabularies/frequencies; the nearest: {nearest}", failure.ErrorMessage);
    }

    [Theory]
    [InlineData("q", "'Q'")]
    [InlineData("quarterly", "'Q'")]
    [InlineData("trimestriélle", "'Q'")]
    [InlineData("04", "'Q'")]
    [InlineData("https://example.org/pages/quarterly", "'Q'")]
    [InlineData("http://schema.example/quarter", "'Q'")]
    [InlineData("trimestrielles", "'Q', 'A', 'E'")]
    [InlineData("aa", "'A', 'B', 'C'")]
    [InlineData("autre", "'B', 'C', 'D'")]
    [InlineData("https://example.org/trimestrielle/A", "'A', 'B', 'C'")]
    public void So_do_a_notation_a_page_and_a_match_and_three_codes_are_named_at_most(string written, string nearest)
    {
        Concept[] terms =
        [
            Frequencies.Term("A", "annuelle", "annual"),
            Frequencies.Term("Q", "trimestrielle", "quarterly") with
            {
                Notation = "04", Page = "https://example.org/pages/quarterly", ExactMatches = ["https://schema.example/quarter"],
            },
            .. "BCDE".Select(letter => Frequencies.Term($"{letter}", "autre", "other")),
        ];
        var failure = Assert.Single(
            new DatasetValidator(new Frequencies(terms), TimeProvider.System).Validate(Valid.Dataset with { Frequency = written }).Errors,
            failure => failure.PropertyName is "frequency");
        Assert.Equal($"a code of /vocabularies/frequencies; the nearest: {nearest}", failure.ErrorMessage);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_compared_as_it_is() =>
        Assert.Contains(
            Validation.Of(Valid.Dataset with { Frequency = "é" + (char)0xD83D }), failure => failure.PropertyName is "frequency");

    /// <summary>Frequencies beside the catalogue that other tests know.</summary>
    private sealed class Frequencies(params Concept[] terms) : IReferences
    {
        private static readonly KnownReferences Others = new();

        private readonly Dictionary<string, Concept> _known = terms.ToDictionary(term => term.Code, StringComparer.Ordinal);

        public static Concept[] Two { get; } =
        [
            Term("DAILY", "quotidienne", "daily") with { AltLabels = ["chaque jour", "daily basis"] },
            Term("MONTHLY", "mensuelle", "monthly"),
        ];

        public Agent? FindAgent(string id) => Others.FindAgent(id);

        public ConceptScheme? FindScheme(string scheme) => Others.FindScheme(scheme);

        public Concept? FindConcept(string scheme, string code) =>
            scheme is Schemes.Frequencies ? _known.GetValueOrDefault(code) : Others.FindConcept(scheme, code);

        public IEnumerable<string> CodesOf(string scheme) => scheme is Schemes.Frequencies ? _known.Keys : Others.CodesOf(scheme);

        public Territory? FindTerritory(string id) => Others.FindTerritory(id);

        public DataService? FindService(string id) => Others.FindService(id);

        public DatasetSeries? FindSeries(string id) => Others.FindSeries(id);

        public bool HasDataset(string id) => Others.HasDataset(id);

        public Model? FindModel(string id) => Others.FindModel(id);

        public static Concept Term(string code, string french, string english) => Valid.Concept with
        {
            Scheme = Schemes.Frequencies,
            Code = code,
            Iri = $"http://publications.europa.eu/resource/authority/frequency/{code}",
            Label = LanguageMap.Of(french, english),
        };
    }
}
