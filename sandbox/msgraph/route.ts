import type { Collection } from "./directory-view";
import type { Answer, RoutedRequest } from "./graph-request";
import { counting, listing, single } from "./odata/listing";

export type Handler = (request: RoutedRequest) => Answer;

/** One way to call the API. */
export interface Route {
  readonly method: string;
  /** Path below the version, with variables in braces: `users/{id}`. */
  readonly pattern: string;
  readonly handle: Handler;
}

export function route(method: string, pattern: string, handle: Handler): Route {
  return { method, pattern, handle };
}

/** The routes that read a collection: list, count and one object. */
export function readRoutes(collection: Collection, path: string = collection): readonly Route[] {
  return [
    route("GET", path, (request) => listing(request, request.store.visible(collection), collection)),
    route("GET", `${path}/$count`, (request) => counting(request, request.store.visible(collection), collection)),
    route("GET", `${path}/{id}`, (request) => single(request, request.store.find(collection, request.variable("id")))),
  ];
}
