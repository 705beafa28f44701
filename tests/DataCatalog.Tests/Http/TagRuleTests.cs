using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace DataCatalog.Tests.Http;

/// <summary>A change of an input.</summary>
/// <param name="Input">Which one.</param>
/// <param name="Target">Chooses the record.</param>
public sealed record Step(Input Input, int Target);

/// <summary>Every input once, in any order.</summary>
public static class Steps
{
    public static Arbitrary<Step[]> Any() => Arb.From(
        from inputs in Gen.Shuffle(Enum.GetValues<Input>())
        from targets in Gen.ArrayOf(Gen.Choose(0, 9_999), inputs.Length)
        select inputs.Zip(targets, (input, target) => new Step(input, target)).ToArray());
}

/// <summary>
/// The rule of strong tags (RFC 9110 section 8.8.1): what has the same tag has the same bytes, whatever was changed meanwhile.
/// </summary>
[Properties(Arbitrary = [typeof(Steps)], MaxTest = 1)]
public sealed class TagRuleTests
{
    /// <summary>At least one of every kind of answer, in all ways in which it is made.</summary>
    private static readonly string[] Addresses =
    [
        "/", "/vocab.ttl", "/catalog?pageSize=7", "/catalog.nt?pageSize=5&page=2", "/catalog.rdf?publisher=insee&pageSize=5",
        "/catalog.ttl?lang=fr&pageSize=5",
        "/datasets", "/datasets.ttl?page=2", "/datasets?pageSize=3&facets=all", "/datasets?q=cantine&facets=competence",
        "/datasets?q=cantnie", "/datasets?q=eau%20potable", "/datasets?overdue=true&facets=publisher",
        "/datasets.csv?q=eau&overdue=false", "/datasets.csv?separator=semicolon", "/datasets.jsonl?theme=ENVI",
        "/datasets.atom?q=eau", "/datasets?modifiedSince=2026-11-29T00:00:00Z", "/datasets?sort=modified&pageSize=2",
        "/suggest?q=cant", "/suggest?q=ins", "/suggest?q=rennes", "/datasets/qualite-eau-robinet",
        "/datasets/qualite-eau-robinet?territory=commune:35238", "/search.csv?q=eau", "/search.atom?q=eau", "/sitemaps/entries.xml",
        "/sitemaps/territories.xml",
        "/distributions/qualite-eau-robinet-1.nt", "/services", "/services/hubeau-eau-potable", "/series",
        "/series/resultats-elections", "/models", "/models/deliberations", "/rules?page=2", "/rules/decp-marches", "/rules/pcs.ttl",
        "/agents?page=2", "/agents/insee.rdf", "/vocabularies",
        "/vocabularies/competences", "/vocabularies/competences/eau-potable", "/vocabularies/themes", "/vocabularies/themes/ENVI",
        "/territories", "/territories?q=rennes", "/territories/commune:35238", "/territories/commune:35238/datasets",
        "/territories/commune:35238/datasets.csv?q=eau", "/territories/commune:35238/mapping", "/changes?limit=3",
        "/changes?since=41&kind=dataset", "/feed.atom", "/openapi/v1.json", "/swagger/index.html",
    ];

    /// <summary>What changes no answer, and so no tag either: nobody has to fetch anything anew.</summary>
    private static readonly Input[] Silent = [Input.Restart, Input.Index];

    /// <summary>A day may change no bytes: few datasets become overdue by it, and a step before may have withdrawn them.</summary>
    [Property]
    public async Task What_has_the_same_tag_has_the_same_bytes_whatever_was_changed(Step[] steps)
    {
        await using var scenario = new TagScenario(Addresses);
        await scenario.LookAsync("the start");
        foreach (var step in steps)
        {
            await scenario.ChangeAsync(step.Input, step.Target);
            var (bytes, tags) = await scenario.LookAsync($"{step}");
            var isHeard = !Silent.Contains(step.Input);
            Assert.Equal((step, isHeard), (step, tags.Count > 0));
            Assert.True(bytes.Count > 0 == isHeard || step.Input is Input.Day, $"{step} changed the bytes of {bytes.Count} answers.");
        }

        Assert.Empty(scenario.Faults);
    }
}
