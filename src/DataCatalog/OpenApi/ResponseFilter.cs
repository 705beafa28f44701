using System.Globalization;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>Adds every status that an operation may answer with, with its headers and, for an error, an example of the problem.</summary>
internal sealed class ResponseFilter : IOperationFilter
{
    private const string Problem = "application/problem+json";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var responses = operation.Responses ?? [];
        var isFile = operation.OperationId is "getDump";
        foreach (var status in isFile ? (int[])[412, 416, 503] : [503])
        {
            responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse());
        }

        if (responses.ContainsKey("200"))
        {
            DescribeFound(responses, isFile, context);
        }

        var problem = context.SchemaGenerator.GenerateSchema(typeof(ProblemSchema), context.SchemaRepository);
        foreach (var (status, response) in responses.Where(response => response.Key[0] is '4' or '5'))
        {
            DescribeProblem((OpenApiResponse)response, status, operation, context, problem);
        }

        operation.Responses = Ordered(responses);
    }

    private static void DescribeFound(OpenApiResponses responses, bool isFile, OperationFilterContext context)
    {
        var found = (OpenApiResponse)responses["200"];
        var headers = isFile ? ResponseHeaders.OfFile : found.Content?.Count > 1 ? ResponseHeaders.Negotiated : ResponseHeaders.Least;
        found.Headers = ResponseHeaders.Of(context.Document, headers);
        responses["304"] = new OpenApiResponse
        {
            Description = "The answer that `If-None-Match` names is still the current one.",
            Headers = ResponseHeaders.Of(context.Document, ["ETag"]),
        };
        if (isFile)
        {
            responses["206"] = new OpenApiResponse
            {
                Description = "The part of the file that `Range` names.",
                Headers = ResponseHeaders.Of(context.Document, [.. headers, "Content-Range"]),
                Content = found.Content,
            };
        }
    }

    private static void DescribeProblem(
        OpenApiResponse response, string status, OpenApiOperation operation, OperationFilterContext context, IOpenApiSchema problem)
    {
        response.Description =
            response.Description?.EndsWith('.') == true ? response.Description : ProblemExamples.Explain(status, operation);
        response.Headers = status is "429" or "503" ? ResponseHeaders.Of(context.Document, ["Retry-After"]) : null;
        response.Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
        {
            [Problem] = new OpenApiMediaType
            {
                Schema = problem,
                Example = ProblemExamples.Of(
                    status,
                    operation,
                    context.ApiDescription.RelativePath!,
                    context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<PageForm.ForPeople>().Any()),
            },
        };
    }

    private static OpenApiResponses Ordered(OpenApiResponses responses)
    {
        var ordered = new OpenApiResponses();
        foreach (var (status, response) in responses.OrderBy(response => response.Key, StringComparer.Ordinal))
        {
            ordered.Add(status, response);
        }

        return ordered;
    }
}
