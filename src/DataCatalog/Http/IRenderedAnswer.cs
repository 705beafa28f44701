namespace DataCatalog.Http;

/// <summary>An answer that <see cref="Representation"/> renders: the work for it goes on when its handler is done.</summary>
internal interface IRenderedAnswer : IResult;
