namespace DataCatalog.Http;

/// <summary>An answer that <see cref="Representation"/> renders: its work goes on after the handler has returned.</summary>
internal interface IRenderedAnswer : IResult;
