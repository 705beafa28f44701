using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Json.Schema;

namespace DataCatalog.Tests.Fuzz;

/// <summary>Judges the body of an answer that has one.</summary>
internal static partial class BodyJudge
{
    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        ConformanceLevel = ConformanceLevel.Document,
    };

    private static readonly EvaluationOptions Listed = new() { OutputFormat = OutputFormat.List };

    /// <summary>Judges an error that has a body.</summary>
    public static IEnumerable<Fault> JudgeProblem(RawAnswer answer)
    {
        if (Parse(answer) is not { RootElement.ValueKind: JsonValueKind.Object } document)
        {
            yield return new Fault(Check.ErrorsAreProblems, "an error that is no JSON object", $"{answer.Status} {answer.MediaType}");
            yield break;
        }

        var problem = document.RootElement;
        foreach (var name in (string[])["type", "title", "detail"])
        {
            if (!problem.TryGetProperty(name, out var text)
                || text.ValueKind != JsonValueKind.String
                || string.IsNullOrWhiteSpace(text.GetString()))
            {
                yield return new Fault(Check.ErrorsAreProblems, $"a problem without {name}, {answer.Status}", problem.GetRawText());
            }
        }

        if (!problem.TryGetProperty("status", out var status)
            || status.ValueKind != JsonValueKind.Number
            || status.GetInt32() != answer.Status)
        {
            yield return new Fault(
                Check.ErrorsAreProblems,
                "a problem with another status than its answer",
                $"{answer.Status}: {problem.GetRawText()}");
        }
    }

    /// <summary>Judges what was asked for.</summary>
    public static IEnumerable<Fault> Judge(RawAnswer answer, DescribedOperation? operation)
    {
        if (answer.MediaType is "application/json" or "application/ld+json")
        {
            using var document = Parse(answer);
            return document is null ? [new Fault(Check.BodiesAreWhole, "JSON that cannot be read", $"{answer.Body.Length} bytes")]
                : operation?.Contents.GetValueOrDefault(answer.MediaType) is { } schema
                    ? [.. Invalid(document.RootElement, schema, operation)]
                : [];
        }

        return answer.MediaType is "application/rdf+xml" or "application/atom+xml" && FaultOfXml(answer) is { } fault
            ? [new Fault(Check.BodiesAreWhole, $"{answer.MediaType} that is not well-formed", fault)] : [];
    }

    private static IEnumerable<Fault> Invalid(JsonElement content, JsonSchema schema, DescribedOperation operation)
    {
        var results = schema.Evaluate(content, Listed);
        return results.IsValid ? [] : results.Details!.Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => (Place: detail.InstanceLocation.ToString(), error.Key, error.Value)))
            .Where(error => error.Key.Length > 0)
            .DistinctBy(error => (Anywhere(error.Place), error.Value))
            .Select(error => new Fault(Check.JsonIsAsDescribed, $"{operation.Id}: {Anywhere(error.Place)}: {error.Value}", error.Place));
    }

    /// <summary>A place without the numbers of the items that lead to it.</summary>
    private static string Anywhere(string place) => Index.Replace(place, "/*");

    private static JsonDocument? Parse(RawAnswer answer)
    {
        try
        {
            return JsonDocument.Parse(answer.Content());
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? FaultOfXml(RawAnswer answer)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(answer.Content()), Strict);
            while (reader.Read())
            {
            }

            return null;
        }
        catch (XmlException exception)
        {
            return exception.Message;
        }
    }

    [GeneratedRegex("/[0-9]+(?=/|$)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Index { get; }
}
