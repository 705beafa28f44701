using System.Reflection;
using System.Text.Json.Nodes;
using DataCatalog.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>
/// Gives each operation a real answer as an example in each media type. The files in <c>Examples/</c> are what the service answers
/// over the seed; a test keeps them true.
/// </summary>
internal sealed class ExampleFilter : IOperationFilter
{
    private const int LongestText = 40_000;

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var responses = operation.Responses ?? [];
        if (responses.TryGetValue("200", out var ok) && ok.Content is { } content)
        {
            if (PlainExamples.Of(operation.OperationId!) is { } plain)
            {
                Illustrate((OpenApiMediaType)content.Values.Single(), plain);
            }
            else
            {
                foreach (var syntax in Syntax.Known.Where(syntax => content.ContainsKey(syntax.MediaType)))
                {
                    Illustrate((OpenApiMediaType)content[syntax.MediaType], operation.OperationId!, syntax);
                }
            }

            responses["304"] = new OpenApiResponse { Description = "The answer that `If-None-Match` names is still the present one." };
        }

        foreach (var (status, response) in responses.Where(response => response.Value.Content?.ContainsKey("application/problem+json") == true))
        {
            ((OpenApiMediaType)response.Content!["application/problem+json"]).Example = ProblemExamples.Of(status);
            ((OpenApiResponse)response).Description = ProblemExamples.Explain(status) ?? response.Description;
        }
    }

    private static void Illustrate(OpenApiMediaType mediaType, JsonNode example)
    {
        mediaType.Example = example;
        if (example is JsonValue)
        {
            mediaType.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        }
    }

    /// <summary>Only the JSON forms have the operation's schema; the others are text.</summary>
    private static void Illustrate(OpenApiMediaType mediaType, string operation, Syntax syntax)
    {
        var isJson = syntax == Syntax.JsonLd || syntax == Syntax.Json;
        var text = Read(operation + (isJson ? Syntax.JsonLd : syntax).Extension);
        text = syntax == Syntax.NTriples ? FirstLines(text) : text;
        mediaType.Example = isJson ? JsonNode.Parse(text) : JsonValue.Create(text);
        if (!isJson)
        {
            mediaType.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        }
    }

    /// <summary>Readers of the description take no text of more than 64 K characters; triples stand on lines of their own, and some of them show the form.</summary>
    private static string FirstLines(string text) => text.Length <= LongestText ? text : text[..(text.LastIndexOf('\n', LongestText) + 1)];

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"examples/{name}")
            ?? throw new InvalidOperationException($"The example {name} is missing: docs/architecture.md says how examples are made.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>Examples of the answers that are no graphs. They show the form; times and numbers are of no real answer.</summary>
internal static class PlainExamples
{
    public static JsonNode? Of(string operation) => operation switch
    {
        "listDumps" => JsonNode.Parse(
            """
            {
              "sequence": 41507,
              "builtAt": "2026-11-24T03:05:00+00:00",
              "files": [
                {
                  "name": "catalog.nt.gz",
                  "mediaType": "application/gzip",
                  "length": 267231,
                  "sha256": "1/IDGIeGJPwPkPkDcZrKCorTWA5twDYHy7dZgxHd81w="
                }
              ]
            }
            """),
        "getDump" => JsonValue.Create("<https://data.example.org/catalog> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Catalog> ."),
        "listChanges" => JsonNode.Parse(
            """
            {
              "since": 41506,
              "last": 41507,
              "changes": [
                {
                  "sequence": 41507,
                  "at": "2026-11-24T03:00:00+00:00",
                  "kind": "dataset",
                  "operation": "update",
                  "iri": "https://data.example.org/datasets/qualite-eau-robinet",
                  "identifier": "qualite-eau-robinet",
                  "version": 2
                }
              ]
            }
            """),
        "suggest" => Suggestions(),
        "getFeed" => JsonValue.Create(
            """
            <feed xml:lang="fr" xmlns="http://www.w3.org/2005/Atom">
              <title type="text">Données utiles aux communes</title>
              <id>https://data.example.org/feed.atom</id>
              <updated>2026-11-24T03:00:00Z</updated>
              <entry>
                <id>https://data.example.org/datasets/qualite-eau-robinet</id>
                <title type="text">Qualité de l'eau du robinet</title>
                <updated>2026-11-24T03:00:00Z</updated>
                <link rel="alternate" href="https://data.example.org/datasets/qualite-eau-robinet" />
                <category term="dataset" />
                <category term="update" />
              </entry>
            </feed>
            """),
        _ => null,
    };

    private static JsonNode? Suggestions() => JsonNode.Parse(
        """
        {
          "q": "eau",
          "suggestions": [
            {
              "kind": "competence",
              "identifier": "eau-potable",
              "label": "Eau potable",
              "detail": "Eau et assainissement",
              "iri": "https://data.example.org/vocabularies/competences/eau-potable",
              "datasets": "https://data.example.org/datasets?competence=eau-potable"
            }
          ]
        }
        """);
}

/// <summary>What each error means here, with an example.</summary>
internal static class ProblemExamples
{
    public static string? Explain(string status) => status switch
    {
        "400" => "A query parameter is unknown, repeated, or out of bounds; `parameter` names it and `detail` says what is allowed.",
        "404" => "There is no such thing, or no such page.",
        "406" => "None of the types in `Accept` is served; `available` lists those that are.",
        "410" => "It was withdrawn; `withdrawnAt` says when.",
        "503" => "It is being made; `Retry-After` says when to ask again.",
        _ => null,
    };

    public static JsonNode? Of(string status) => status switch
    {
        "400" => Problem(400, "bad-query", "Unusable query parameter",
            "'pagesize' is not known here. Did you mean 'pageSize'? Allowed: page, pageSize.", ("parameter", JsonValue.Create("pagesize"))),
        "404" => Problem(404, "not-found", "Not found", "There is no dataset 'eau'. The list is at '/datasets'."),
        "406" => Problem(406, "not-acceptable", "No such representation",
            "None of the types in 'Accept' is served here. Ask for one of those in 'available', or leave the header out for JSON-LD.",
            ("available", new JsonArray([.. Syntax.All.Select(syntax => (JsonNode)syntax.MediaType)]))),
        "410" => Problem(410, "gone", "Withdrawn", "The dataset 'eau' was withdrawn: It is no longer among the curated data.",
            ("withdrawnAt", JsonValue.Create("2026-11-24T03:00:00+00:00"))),
        "503" => Problem(503, "not-ready", "Not ready yet", "The first dump is being made. Try again in a minute, or walk through '/catalog'."),
        _ => null,
    };

    private static JsonObject Problem(int status, string type, string title, string detail, params (string Name, JsonNode? Value)[] more)
    {
        var problem = new JsonObject
        {
            ["type"] = $"urn:datacatalog:problem:{type}",
            ["title"] = title,
            ["status"] = status,
            ["detail"] = detail,
        };
        foreach (var (name, value) in more)
        {
            problem[name] = value;
        }

        return problem;
    }
}
