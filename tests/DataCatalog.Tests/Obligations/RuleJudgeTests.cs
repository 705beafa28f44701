using DataCatalog.Dcat.Records;
using DataCatalog.Obligations.Judging;
using DataCatalog.Seeding.Reading;
using DataCatalog.Territories;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace DataCatalog.Tests.Obligations;

/// <summary>A territory of the seed, what a request says of it, and one statement more.</summary>
/// <param name="Place">The number of the territory.</param>
/// <param name="Said">What the request says.</param>
/// <param name="More">A condition of which the request says nothing yet.</param>
/// <param name="Staff">Another staff.</param>
public sealed record Situation(int Place, Situation.Words Said, string More, int Staff)
{
    /// <summary>The statements of a request.</summary>
    public sealed record Words(int? Staff, IReadOnlyList<string> Has, IReadOnlyList<string> HasNot);
}

/// <summary>Any authority of the seed with any statements.</summary>
public static class Situations
{
    public static Arbitrary<Situation> Any() => Arb.From(
        from place in Gen.Elements(RuleJudgeTests.Places)
        from conditions in Gen.Shuffle(RuleJudgeTests.Conditions)
        from has in Gen.Choose(0, 6)
        from hasNot in Gen.Choose(0, 6)
        from staff in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 400).Select(number => (int?)number))
        from other in Gen.Choose(0, 400)
        select new Situation(
            place, new(staff, [.. conditions[..has]], [.. conditions[has..(has + hasNot)]]), conditions[has + hasNot], other));
}

/// <summary>
/// What must hold of any authority: an answer changes only with facts that its rule names, and what is not known is never a no.
/// </summary>
[Properties(Arbitrary = [typeof(Situations)], MaxTest = 300)]
public sealed class RuleJudgeTests
{
    private static readonly DateOnly Day = new(2026, 11, 29);
    private static readonly SeedContent Seed = SeedReader.Read(Repository.PathOf("seed-data"), TimeProvider.System).Content;

    private static readonly TerritoryIndex Map = MapOf(Seed.Territories);

    private static readonly Dictionary<string, Concept> Competences = Seed.Concepts
        .Where(concept => concept.Scheme is Schemes.Competences).ToDictionary(concept => concept.Code, StringComparer.Ordinal);

    /// <summary>The numbers of all territories but former communes, each kind as often as any other.</summary>
    internal static readonly int[] Places =
    [
        .. Territory.Kinds.Where(kind => kind is not "former-commune")
            .SelectMany(kind => Map.OfKind(kind).Chunk(Math.Max(1, Map.OfKind(kind).Count() / 60)).Select(some => some[0])),
    ];

    internal static readonly string[] Conditions =
        [.. Seed.Concepts.Where(concept => concept.Scheme is Schemes.Conditions).Select(concept => concept.Code)];

    [Property]
    public void A_condition_changes_only_the_rules_that_name_it(Situation situation, bool isTrue)
    {
        var (said, more) = (situation.Said, situation.More);
        var after = isTrue ? said with { Has = [.. said.Has, more] } : said with { HasNot = [.. said.HasNot, more] };

        AssertSame(situation.Place, said, after, rule => !rule.Scope.Conditions.Contains(more, StringComparer.Ordinal));
    }

    [Property]
    public void A_staff_changes_only_the_rules_with_a_threshold(Situation situation) =>
        AssertSame(
            situation.Place, situation.Said, situation.Said with { Staff = situation.Staff }, rule => rule.Scope.MinimumStaff is null);

    [Property]
    public void What_is_true_never_ends_a_duty_and_what_is_not_true_never_begins_one(Situation situation)
    {
        var (said, more) = (situation.Said, situation.More);
        var (before, has, hasNot) = (
            Answers(situation.Place, said),
            Answers(situation.Place, said with { Has = [.. said.Has, more] }),
            Answers(situation.Place, said with { HasNot = [.. said.HasNot, more] }));

        Assert.All(before.Where(answer => answer.Value.Answer is "yes"), answer => Assert.Equal("yes", has[answer.Key].Answer));
        Assert.All(before.Where(answer => answer.Value.Answer is "no"), answer => Assert.Equal("no", hasNot[answer.Key].Answer));
    }

    [Property]
    public void Only_what_was_said_ends_a_question_and_every_question_can_be_answered(Situation situation)
    {
        var questions = Answers(situation.Place, situation.Said).Values.SelectMany(answer => answer.Questions)
            .Distinct(StringComparer.Ordinal).ToList();

        Assert.Empty(questions.Intersect(situation.Said.Has.Concat(situation.Said.HasNot), StringComparer.Ordinal));
        Assert.Empty(questions.Except([.. Conditions, "staff"], StringComparer.Ordinal));
        Assert.False(situation.Said.Staff is not null && questions.Contains("staff", StringComparer.Ordinal));
        var all = new Situation.Words(situation.Staff, Conditions, []);
        Assert.DoesNotContain(Answers(situation.Place, all).Values, answer => answer.Answer is "only-if");
    }

    [Property]
    public void Every_no_and_every_unknown_has_a_reason_and_its_words(Situation situation) =>
        Assert.All(Judged(Map, situation.Place, situation.Said).Values, answer =>
        {
            Assert.Equal(answer.Answer is "no" or "undetermined", answer.Because is not null);
            Assert.Equal(answer.Because is null, answer.Why is null);
            Assert.True(answer.Because is null || Applicability.Reasons.Contains(answer.Because, StringComparer.Ordinal));
            Assert.Equal(answer.Answer is "only-if", answer.Questions.Count > 0);
        });

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("commune:01001")]
    [InlineData("epci:243500139")]
    public void An_unknown_population_is_no_answer_to_a_threshold(string id)
    {
        var map = MapOf(Seed.Territories.Select(territory => territory with { Population = null }));
        var answers = Judged(map, map.NumberOf(id)!.Value, new(null, [], []));
        var withThreshold = Seed.Rules
            .Where(rule => (rule.Scope.MinimumPopulation ?? rule.Scope.MaximumPopulation) is not null)
            .Where(rule => rule.Scope.Kinds.Contains(id.Split(':')[0], StringComparer.Ordinal))
            .Select(rule => answers[rule.Id]).ToList();

        Assert.NotEmpty(withThreshold);
        Assert.DoesNotContain(answers.Values, answer => answer is { Answer: "no", Because: "population" });
        Assert.DoesNotContain(withThreshold, answer => answer.Answer is "yes" or "only-if");
        Assert.Contains(withThreshold, answer => answer is { Answer: "undetermined", Because: "population" });
    }

    [Fact]
    public void An_unknown_kind_of_grouping_is_no_answer_to_a_rule_for_some_kinds()
    {
        var map = MapOf(Seed.Territories.Select(territory => territory with { LegalForm = null }));
        var answers = Judged(map, map.NumberOf("epci:243500139")!.Value, new(null, [], []));
        var ofSomeKinds = Seed.Rules.Where(rule => rule.Scope.EpciKinds.Count > 0).Select(rule => answers[rule.Id]).ToList();

        Assert.NotEmpty(ofSomeKinds);
        Assert.DoesNotContain(ofSomeKinds, answer => answer is { Answer: "no", Because: "kind" });
        Assert.DoesNotContain(ofSomeKinds, answer => answer.Answer is "yes" or "only-if");
        Assert.Contains(ofSomeKinds, answer => answer is { Answer: "undetermined", Because: "kind" or "competence" });
    }

    private static void AssertSame(int place, Situation.Words before, Situation.Words after, Func<LegalRule, bool> isLeftAlone)
    {
        var (first, second) = (Answers(place, before), Answers(place, after));
        Assert.All(
            Seed.Rules.Where(isLeftAlone),
            rule => Assert.Equal((rule.Id, Shown(first[rule.Id])), (rule.Id, Shown(second[rule.Id]))));
    }

    private static string Shown(Applicability answer) =>
        $"{answer.Answer} {answer.Because} {answer.Why?["fr"]} {string.Join('+', answer.Questions)}";

    private static Dictionary<string, Applicability> Answers(int place, Situation.Words said) => Judged(Map, place, said);

    private static Dictionary<string, Applicability> Judged(TerritoryIndex map, int place, Situation.Words said)
    {
        var authority = new Authority(map, place, Competences.GetValueOrDefault);
        var judge = new RuleJudge(authority, new Statements(said.Staff, said.Has, said.HasNot), Day);
        return Seed.Rules.ToDictionary(rule => rule.Id, judge.Judge, StringComparer.Ordinal);
    }

    private static TerritoryIndex MapOf(IEnumerable<Territory> territories) =>
        new(territories.OrderBy(territory => territory.Id, StringComparer.Ordinal).Select(PlaceRow.Of));
}
